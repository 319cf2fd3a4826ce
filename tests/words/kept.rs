//! How values stand in a control, what is odd about them, and how letters are kept that were not read.

use hepai::analysis::words::typed::{Oddity, kept, oddity, shown};
use hepai::model::template::{Choice, Field, FieldType, Key, Label};
use hepai::model::{Value, Zone};

const LABEL: Label = Label::new("x", "x");
static DAY: Field = Field::date(Key::new("day"), LABEL);
static NUMBER: Field = Field::int(Key::new("number"), LABEL, 0, 100);
static DECIMAL: Field = Field::decimal(Key::new("decimal"), LABEL);
static MONEY: Field = Field::money(Key::new("money"), LABEL);
static TEXT: Field = Field::text(Key::new("text"), LABEL, 2);
static CHOICE: Field = Field::choice(
    Key::new("choice"),
    LABEL,
    &[Choice::new("p1", "高", "High")],
);
static PERSON: Field = Field::reference(Key::new("person"), LABEL, &["member"]);
static YES: Field = Field::bool(Key::new("yes"), LABEL);

#[test]
fn values_stand_in_their_control() {
    for (field_type, value, text) in [
        (FieldType::Date, Value::text("2026-03-05"), "2026-03-05"),
        (FieldType::Date, Value::text("下周"), "下周"),
        (
            FieldType::DateTime,
            Value::text("2026-03-05T09:05:00+08:00"),
            "2026-03-05 09:05",
        ),
        (FieldType::Money, Value::int(123_450), "1,234.50"),
        (FieldType::Money, Value::int(30_000_000), "300,000.00"),
        (FieldType::Money, Value::text("12.345"), "12.345"),
        (FieldType::Decimal, Value::text("-0.5"), "-0.5"),
        (FieldType::Text(80), Value::text("  é"), "  é"),
        (FieldType::Text(80), Value::Null, ""),
    ] {
        assert_eq!(shown(field_type, &value, Zone::AsWritten), text);
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let text = |text: &str| Value::text(text);
    for (field, value, odd) in [
        (&DAY, text("2026-03-05"), None),
        (&DAY, text("下周"), Some(Oddity::NotADate)),
        (&DAY, text("2026-3-5"), Some(Oddity::NotADate)),
        (&DAY, Value::int(46_093), Some(Oddity::NotADate)),
        (&NUMBER, Value::int(101), Some(Oddity::OutOfRange(0, 100))),
        (&NUMBER, text("40"), Some(Oddity::NotAnInteger)),
        (&DECIMAL, text("3.50"), None),
        (&DECIMAL, text("0,5"), Some(Oddity::NotANumber)),
        (&DECIMAL, text("03"), Some(Oddity::NotANumber)),
        (&MONEY, text("贵"), Some(Oddity::NotMoney)),
        (&TEXT, text("三个字"), Some(Oddity::TooLong(2, 3))),
        (&CHOICE, text("p1"), None),
        (&CHOICE, text("p9"), None),
        (&CHOICE, text("特急"), Some(Oddity::NotAChoice)),
        (&PERSON, text("member/A"), None),
        (&PERSON, text("王经理"), Some(Oddity::NotListed)),
        (&PERSON, text("wang"), Some(Oddity::NotListed)),
        (&YES, Value::Bool(false), None),
        (&YES, text("x"), Some(Oddity::NotYesOrNo)),
        (&DAY, Value::Null, None),
    ] {
        assert_eq!(oddity(field, &value), odd, "{value:?}");
    }
}

#[test]
fn letters_that_were_not_read_are_no_value_and_stand_as_they_were_typed() {
    for (field, text) in [
        (&DAY, "2026-02-26"),
        (&DAY, "下周"),
        (&DECIMAL, "1.5"),
        (&CHOICE, "urgent"),
        (&PERSON, "wang"),
        (&PERSON, "王经理、李敏"),
        (&NUMBER, "40"),
    ] {
        let value = kept(field, text);
        assert!(oddity(field, &value).is_some(), "{text}");
        assert!(!field.field_type.holds(&value), "{text}");
        assert_eq!(shown(field.field_type, &value, Zone::AsWritten), text);
    }
    assert_eq!(kept(&DAY, "  "), Value::Null);
    assert_eq!(kept(&TEXT, " a "), Value::text("a"));
}
