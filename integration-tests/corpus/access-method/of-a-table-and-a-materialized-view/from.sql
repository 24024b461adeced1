CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE u (a int) USING heap2;
CREATE TABLE v (a int);
