//! Numbers, shares, hours and amounts. Amounts are stored in 分.

use crate::cells::{check, moment};
use hepai::analysis::words::typed::Around;
use hepai::model::template::{Field, Key, Label};

static EFFORT: Field = Field::decimal(
    Key::new("effort"),
    Label::new("工作量（人日）", "Effort (person-days)"),
);
static PERCENT: Field = Field::int(
    Key::new("percent"),
    Label::new("完成度（%）", "Complete (%)"),
    0,
    100,
);
static HOURS: Field = Field::int(
    Key::new("within"),
    Label::new("响应时限（小时）", "Reply within (h)"),
    1,
    720,
);
static LAG: Field = Field::int(
    Key::new("lag"),
    Label::new("间隔（工作日）", "Lag (working days)"),
    -100,
    100,
);
static MONEY: Field = Field::money(Key::new("budget"), Label::new("预算上限", "Budget ceiling"));

fn now() -> Around {
    Around::today(moment("2026-03-05T14:30:00+08:00"))
}

#[test]
fn decimals() {
    check(
        &EFFORT,
        &now(),
        None,
        &[
            ("3", "3"),
            ("3.5", "3.5"),
            ("0.5", "0.5"),
            (".5", "0.5"),
            ("3.", "3"),
            ("03.50", "3.50"),
            ("-0.5", "-0.5"),
            ("−0.5", "-0.5"),
            ("+2", "2"),
            ("３．５", "3.5"),
            ("3。5", "3.5"),
            (" 3.5\u{200B} ", "3.5"),
            ("1,234", "1234"),
            ("1,234.5", "1234.5"),
            ("1，234", "1234"),
            ("12,345,678.9", "12345678.9"),
            ("3人日", "3"),
            ("3 人日", "3"),
            ("2 person-days", "2"),
            ("3万", "30000"),
            ("1.2亿", "120000000"),
            ("3千", "3000"),
            ("三", "3"),
            ("十二", "12"),
            ("两", "2"),
            ("0,5", "? Commas: 0.5 | 5"),
            ("0，5", "? Commas: 0.5 | 5"),
            ("1，5", "? Commas: 1.5 | 15"),
            ("12,50", "? Commas: 12.50 | 1250"),
            ("1,2345", "? Commas: 1.2345 | 12345"),
            ("0,500", "? Commas: 0.500 | 500"),
            ("1,23,456", "? Commas: 123456"),
            ("1.234,56", "? Commas: 1234.56"),
            ("1.234.567", "? Commas: 1234567"),
            ("1 234", "? Commas: 1234"),
            ("1'234.5", "? Commas: 1234.5"),
            ("3,5万", "? Commas: 35000 | 350000"),
            ("1,5天", "? MoreThanANumber: 1.5 | 15"),
            ("2天", "? MoreThanANumber: 2"),
            ("16h", "? MoreThanANumber: 16"),
            ("约3", "? MoreThanANumber: 3"),
            ("3左右", "? MoreThanANumber: 3"),
            ("≥30", "? MoreThanANumber: 30"),
            ("30万左右", "? MoreThanANumber: 300000"),
            ("30w", "? MoreThanANumber: 300000"),
            ("3-5", "? NotANumber"),
            ("3~5", "? NotANumber"),
            ("1.2E+05", "? NotANumber"),
            ("两万五", "? NotANumber"),
            ("待定", "? NotANumber"),
            ("-", "? NotANumber"),
            ("#DIV/0!", "? MoreThanANumber: 0"),
        ],
    );
}

#[test]
fn whole_numbers_and_shares() {
    check(
        &PERCENT,
        &now(),
        None,
        &[
            ("40", "40"),
            ("40%", "40"),
            ("40％", "40"),
            ("４０％", "40"),
            ("40 %", "40"),
            ("100%", "100"),
            ("0", "0"),
            ("50.0", "50"),
            ("50.00%", "50"),
            ("0.8", "? NotAnInteger: 80"),
            ("0.85", "? NotAnInteger: 85"),
            ("0.855", "? NotAnInteger: 0 | 1"),
            ("33.3%", "? NotAnInteger: 33 | 34"),
            ("33,3%", "? Commas"),
            ("120%", "? OutOfRange(0, 100)"),
            ("-5", "? OutOfRange(0, 100)"),
            ("1,000", "? OutOfRange(0, 100)"),
            ("八成", "? NotANumber"),
            ("一半", "? NotANumber"),
            ("完成 40%", "? MoreThanANumber: 40"),
            ("40%左右", "? MoreThanANumber: 40"),
            ("40/100", "? NotANumber"),
        ],
    );
    check(
        &HOURS,
        &now(),
        None,
        &[
            ("24", "24"),
            ("24小时", "24"),
            ("24 小时", "24"),
            ("24h", "24"),
            ("24H", "24"),
            ("24个小时", "24"),
            ("二十四", "24"),
            ("24%", "? MoreThanANumber: 24"),
            ("1天", "? MoreThanANumber: 1"),
            ("0", "? OutOfRange(1, 720)"),
            ("1.5", "? NotAnInteger: 1 | 2"),
            ("24:00", "? NotANumber"),
            ("many", "? NotANumber"),
        ],
    );
    check(
        &LAG,
        &now(),
        None,
        &[
            ("-2", "-2"),
            ("－2", "-2"),
            ("2个工作日", "2"),
            ("2 working days", "2"),
            ("1 working day", "1"),
            ("-2.5", "? NotAnInteger: -3 | -2"),
        ],
    );
}

#[test]
fn amounts() {
    check(
        &MONEY,
        &now(),
        None,
        &[
            ("300000", "30000000"),
            ("1234.5", "123450"),
            ("1,234.50", "123450"),
            ("1，234.50", "123450"),
            ("¥1,234.50", "123450"),
            ("￥1234.5", "123450"),
            ("1234.5元", "123450"),
            ("1,234.50 元", "123450"),
            ("RMB 1,234.50", "123450"),
            ("人民币300000元", "30000000"),
            ("CNY 500", "50000"),
            ("500块", "50000"),
            ("0", "0"),
            ("-200", "-20000"),
            ("０．５", "50"),
            ("3万", "3000000"),
            ("3 万", "3000000"),
            ("３万", "3000000"),
            ("30万元", "30000000"),
            ("3.5万", "3500000"),
            ("1.2亿", "12000000000"),
            ("1.2亿元", "12000000000"),
            ("5千", "500000"),
            ("2百万", "200000000"),
            ("三万", "3000000"),
            ("叁万伍仟元整", "3500000"),
            ("1.23456万", "1234560"),
            ("1,000万", "1000000000"),
            ("1234.500", "123450"),
            ("12，50", "? Commas: 1250 | 125000"),
            ("12,50", "? Commas: 1250 | 125000"),
            ("3,5万", "? Commas: 3500000 | 35000000"),
            ("1.234,56", "? Commas: 123456"),
            ("1 234,56", "? Commas: 123456"),
            ("12,34,567", "? Commas: 123456700"),
            ("12.345", "? TooFine: 1234 | 1235"),
            ("0.005", "? TooFine: 0 | 1"),
            ("$500", "? MoreThanANumber: 50000"),
            ("500 USD", "? MoreThanANumber: 50000"),
            ("€1.234,56", "? MoreThanANumber: 123456"),
            ("约30万", "? MoreThanANumber: 30000000"),
            ("30万以内", "? MoreThanANumber: 30000000"),
            ("300k", "? MoreThanANumber: 30000000"),
            ("(500)", "? MoreThanANumber: -50000"),
            ("3万5千", "? NotMoney"),
            ("1.2E+05", "? NotMoney"),
            ("30-50万", "? NotMoney"),
            ("贵", "? NotMoney"),
            ("待定", "? NotMoney"),
            ("99999999999999999", "? NotMoney"),
        ],
    );
}
