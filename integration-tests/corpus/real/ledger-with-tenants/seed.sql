INSERT INTO ledger.tenant VALUES (1, 'one'), (2, 'two');
INSERT INTO ledger.journal (tenant, name) VALUES (1, 'main');
INSERT INTO ledger.period (tenant, during) VALUES (1, '[2025-01-01,2026-01-01)');
INSERT INTO ledger.account (tenant, number, name, kind) VALUES (1, '1000', 'cash', 'asset'), (1, '2000', 'debt', 'liability');
INSERT INTO ledger.entry VALUES (1, 1, 1, 1, '2025-02-02', 'x');
INSERT INTO ledger.line VALUES (1, 1, 1, 1, 'debit', 5), (1, 1, 2, 2, 'credit', 5);
