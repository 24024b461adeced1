-- major: 15+
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE a (id int, x text);
CREATE TABLE b (id int) USING heap_too;
