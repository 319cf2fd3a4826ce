//! Days with their time. 2026-03-05 is a Thursday.

use crate::cells::{check, moment, said};
use hepai::analysis::words::dated::read_back;
use hepai::analysis::words::names::value_text;
use hepai::analysis::words::typed::{Around, picker_text, read, read_as, shown};
use hepai::model::template::{Field, FieldType, Form, Key, Label, Lang, Viewpoint};
use hepai::model::{Log, RecordId, Value, Zone};
use hepai::templates::{SCHEMA, issue};

static DUE: Field = Field::date_time(Key::new("due_at"), Label::new("解决时限", "Due"));

#[test]
fn moments_are_those_of_the_reader() {
    let now = Around::today(moment("2026-03-05T14:30:00+08:00"));
    check(
        &DUE,
        &now,
        None,
        &[
            ("2026-03-12 18:00", "2026-03-12T18:00:00+08:00"),
            ("2026-03-12 9:05", "2026-03-12T09:05:00+08:00"),
            ("2026-03-12T09:05", "2026-03-12T09:05:00+08:00"),
            ("2026-03-12T09:05:07", "2026-03-12T09:05:07+08:00"),
            ("2026/3/12 18:00:00", "2026-03-12T18:00:00+08:00"),
            ("2026-03-12T18:00:00+08:00", "2026-03-12T18:00:00+08:00"),
            ("2026-03-12T10:00:00Z", "2026-03-12T18:00:00+08:00"),
            ("2026-03-12T18:00:00-05:00", "2026-03-13T07:00:00+08:00"),
            ("2026-03-12 18:00 UTC+0100", "2026-03-13T01:00:00+08:00"),
            ("2026-03-12", "2026-03-12T18:00:00+08:00"),
            ("3-12", "2026-03-12T18:00:00+08:00"),
            ("3月12日18:00", "2026-03-12T18:00:00+08:00"),
            ("3月12日（周四）18：00", "2026-03-12T18:00:00+08:00"),
            ("3月12日 下午3点", "2026-03-12T15:00:00+08:00"),
            ("3月12日下午3点半", "2026-03-12T15:30:00+08:00"),
            ("3月12日14时30分", "2026-03-12T14:30:00+08:00"),
            ("三月十二日十点", "2026-03-12T10:00:00+08:00"),
            ("明天 10:00", "2026-03-06T10:00:00+08:00"),
            ("下周五下午5点", "2026-03-13T17:00:00+08:00"),
            ("Mar 12, 2026 3:30 PM", "2026-03-12T15:30:00+08:00"),
            ("12-Mar-26 9am", "2026-03-12T09:00:00+08:00"),
            ("2026-03-12 12:00 am", "2026-03-12T00:00:00+08:00"),
            ("46093.75", "2026-03-12T18:00:00+08:00"),
            ("46093", "2026-03-12T18:00:00+08:00"),
            ("46093.3958333333", "2026-03-12T09:30:00+08:00"),
            ("2026-03-12 25:00", "? NotAMoment"),
            ("2026-03-12 18:60", "? NotAMoment"),
            ("2026-03-12 24:00", "? NotAMoment"),
            ("2026-03-12 18:00前", "? NotAMoment"),
            ("18:00", "? NoDay"),
            ("待定", "? NoDay"),
            ("尽快", "? NoDay"),
            (
                "下周 10:00",
                "? NoDay: 2026-03-09T10:00:00+08:00 | 2026-03-13T10:00:00+08:00",
            ),
            (
                "3/12/2026 10:00",
                "? Ambiguous: 2026-12-03T10:00:00+08:00 | 2026-03-12T10:00:00+08:00",
            ),
            ("abc1", "? NotAMoment"),
        ],
    );
    let begun = Around {
        begins: Some(moment("2026-03-12T10:00:00+08:00").naive_local()),
        ..now
    };
    check(
        &DUE,
        &begun,
        None,
        &[
            ("2026-03-12 10:00", "2026-03-12T10:00:00+08:00"),
            ("2026-03-12 09:59", "? BeforeStart"),
        ],
    );
}

/// Berlin in 2026.
fn berlin(ms: i64) -> chrono::FixedOffset {
    let summer = 1_774_746_000_000..1_792_886_400_000;
    let hours = if summer.contains(&ms) { 2 } else { 1 };
    chrono::FixedOffset::east_opt(hours * 3600).expect("a zone")
}

#[test]
fn a_moment_from_elsewhere_is_shown_here_and_names_its_zone() {
    let log = Log::of(&SCHEMA, 0, Vec::new());
    let text = |written: &str, zone, lang| {
        let from = Viewpoint { lang, zone };
        value_text(&log, &DUE, &Value::text(written), from)
    };
    let here = Zone::Local(berlin);
    for (written, zh, en) in [
        (
            "2026-03-05T14:30:00+08:00",
            "2026-03-05 07:30（原写 2026-03-05 14:30 UTC+8）",
            "2026-03-05 07:30 (written as 2026-03-05 14:30 UTC+8)",
        ),
        (
            "2026-07-06T02:00:00+05:30",
            "2026-07-05 22:30（原写 2026-07-06 02:00 UTC+5:30）",
            "2026-07-05 22:30 (written as 2026-07-06 02:00 UTC+5:30)",
        ),
        (
            "2026-03-05T02:30:00-03:30",
            "2026-03-05 07:00（原写 2026-03-05 02:30 UTC-3:30）",
            "2026-03-05 07:00 (written as 2026-03-05 02:30 UTC-3:30)",
        ),
        (
            "2026-03-05T14:30:00+01:00",
            "2026-03-05 14:30",
            "2026-03-05 14:30",
        ),
        (
            "2026-07-05T14:30:00+02:00",
            "2026-07-05 14:30",
            "2026-07-05 14:30",
        ),
        ("待定", "待定", "待定"),
    ] {
        assert_eq!(text(written, here, Lang::Zh), zh);
        assert_eq!(text(written, here, Lang::En), en);
    }
}

#[test]
fn the_calendar_opens_at_what_is_a_day_and_at_nothing_else() {
    let here = Zone::Local(berlin);
    for (field_type, value, opens_at) in [
        (FieldType::Date, "2026-03-05", "2026-03-05"),
        (FieldType::Date, "待定", ""),
        (FieldType::Date, "2026-02-30", ""),
        (FieldType::Date, "2026-03-05T14:30:00+08:00", ""),
        (
            FieldType::DateTime,
            "2026-03-05T14:30:00+08:00",
            "2026-03-05T07:30",
        ),
        (
            FieldType::DateTime,
            "2026-07-05T14:30:00+02:00",
            "2026-07-05T14:30",
        ),
        (FieldType::DateTime, "甲", ""),
        (FieldType::DateTime, "2026-03-05", ""),
    ] {
        assert_eq!(
            picker_text(field_type, &Value::text(value), here),
            opens_at,
            "{value}"
        );
    }
    assert_eq!(picker_text(FieldType::Date, &Value::Null, here), "");
}

#[test]
fn what_is_typed_here_is_a_moment_of_here_and_typed_again_it_does_not_move() {
    let zone = Zone::Local(berlin);
    let around = Around {
        zone,
        ..Around::today(moment("2026-03-05T07:30:00+01:00"))
    };
    check(
        &DUE,
        &around,
        None,
        &[
            ("2026-03-12 09:00", "2026-03-12T09:00:00+01:00"),
            ("2026-07-12 09:00", "2026-07-12T09:00:00+02:00"),
            ("2026-07-12", "2026-07-12T18:00:00+02:00"),
            ("2026-07-12T01:00:00Z", "2026-07-12T03:00:00+02:00"),
        ],
    );
    let due = issue::ISSUE.field(issue::DUE_AT.name).expect("declared");
    let record = RecordId::of("issue/a");
    for written in [
        "2026-07-05T14:30:45+08:00",
        "2026-03-05T14:30:00+08:00",
        "2026-07-05T23:59:59+02:00",
    ] {
        let log = crate::cells::log_of(&record, due.key, Value::text(written));
        let form = Form::new(&log, record.clone());
        let text = shown(FieldType::DateTime, &Value::text(written), zone);
        let again = read(&form, due, &text, moment("2026-03-05T07:30:00+01:00"), zone);
        assert_eq!(said(&again), written);
    }
}

#[test]
fn a_moment_says_its_weekday_before_it_counts() {
    let log = Log::of(&SCHEMA, 0, Vec::new());
    let now = Around::today(moment("2026-03-05T14:30:00+08:00"));
    let from = Viewpoint {
        lang: Lang::Zh,
        zone: now.zone,
    };
    let told = |field: &'static Field, text: &str| {
        read_back(&log, field, text, &read_as(field, text, &now, None), from)
    };
    static DAY: Field = Field::date(Key::new("day"), Label::new("日", "Day"));
    static MONEY: Field = Field::money(Key::new("money"), Label::new("钱", "Money"));
    for (field, text, expected) in [
        (&DUE, "3-6", Some("2026-03-06 周五 18:00")),
        (&DAY, "3-6", Some("2026-03-06 周五")),
        (&DAY, "2026-03-06", Some("2026-03-06 周五")),
        (&DAY, "下周五", Some("2026-03-13 周五")),
        (&DAY, "3-6 14:00", Some("2026-03-06 周五（只记日期）")),
        (&DAY, "待定", None),
        (&DAY, "", None),
        (&MONEY, "3万", Some("30,000.00")),
        (&MONEY, "1,234.50", None),
        (&MONEY, "1234.50", None),
        (&MONEY, "3,5万", None),
    ] {
        assert_eq!(told(field, text).as_deref(), expected, "{text}");
    }
}
