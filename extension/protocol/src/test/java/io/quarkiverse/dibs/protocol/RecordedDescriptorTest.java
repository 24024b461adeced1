package io.quarkiverse.dibs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;

import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.v1.DibsOuterClass;
import io.quarkiverse.dibs.v1.StatusReply;

/**
 * Holds the protocol to its promise: within one major version nothing of an earlier one goes away or changes. The record is
 * what
 * an older side was built with; {@code -Dupdate} writes a missing one for the present minor version.
 */
class RecordedDescriptorTest {

    private static final String RECORD = "dibs-1.0.txtpb";

    @Test
    void everythingOfTheRecordedVersionIsStillThere() throws IOException {
        FileDescriptorProto old = recorded();
        FileDescriptorProto now = DibsOuterClass.getDescriptor().toProto();

        assertThat(now.getPackage()).isEqualTo(old.getPackage());
        assertThat(now.getService(0).getMethodList()).containsAll(old.getService(0).getMethodList());
        holds(old.getMessageTypeList(), now.getMessageTypeList());
    }

    @Test
    void aRecordedSideUnderstandsWhatThePresentOneSays() throws IOException, DescriptorValidationException {
        FileDescriptor old = FileDescriptor.buildFrom(recorded(), new FileDescriptor[0]);
        StatusReport status = new StatusReport("shop", List.of(MigrationRow.pending("20260124120000", "create users")));

        // a field that only a newer version has must do no harm
        byte[] sent = ReportMapper.toProto(status).toBuilder().setUnknownFields(
                com.google.protobuf.UnknownFieldSet.newBuilder().addField(999,
                        com.google.protobuf.UnknownFieldSet.Field.newBuilder().addVarint(7).build()).build())
                .build().toByteArray();
        Descriptor reply = old.findMessageTypeByName("StatusReply");
        DynamicMessage seen = DynamicMessage.parseFrom(reply, sent);

        assertThat(seen.getField(reply.findFieldByName("database"))).isEqualTo("shop");
        assertThat(ReportMapper.fromProto(StatusReply.parseFrom(seen.toByteArray()))).isEqualTo(status);
    }

    @Test
    void onlyTheMajorVersionDecides() {
        assertThat(ProtocolVersion.understands(ProtocolVersion.MAJOR)).isTrue();
        assertThat(ProtocolVersion.understands(ProtocolVersion.MAJOR + 1)).isFalse();
        assertThat(ProtocolVersion.mismatch(2, 3, "9.9").remedy()).contains("update the dibs command");
        assertThat(ProtocolVersion.mismatch(0, 1, "0.0").remedy().orElseThrow()).contains("update quarkus-dibs");
    }

    private static void holds(List<DescriptorProto> old, List<DescriptorProto> now) {
        for (DescriptorProto message : old) {
            DescriptorProto present = now.stream().filter(other -> other.getName().equals(message.getName())).findFirst()
                    .orElseThrow(() -> new AssertionError("message " + message.getName() + " is gone"));
            for (FieldDescriptorProto field : message.getFieldList()) {
                assertThat(present.getFieldList()).as(message.getName()).contains(field);
            }
            holds(message.getNestedTypeList(), present.getNestedTypeList());
            for (EnumDescriptorProto labels : message.getEnumTypeList()) {
                List<EnumValueDescriptorProto> values = present.getEnumTypeList().stream()
                        .filter(other -> other.getName().equals(labels.getName())).findFirst().orElseThrow().getValueList();
                assertThat(values).as(message.getName()).containsAll(labels.getValueList());
            }
        }
    }

    private static FileDescriptorProto recorded() throws IOException {
        Path source = Path.of("src/test/resources/io/quarkiverse/dibs/protocol", RECORD);
        if (System.getProperty("update") != null && !Files.exists(source)) {
            Files.createDirectories(source.getParent());
            Files.writeString(source, TextFormat.printer().printToString(DibsOuterClass.getDescriptor().toProto()));
        }
        return TextFormat.parse(Files.readString(source, StandardCharsets.UTF_8), FileDescriptorProto.class);
    }
}
