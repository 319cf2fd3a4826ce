//! Odd cells by the hundred, of every sort of field: each is read as it can only be meant, or told with its reason.

use crate::cells::{moment, said};
use hepai::analysis::words::typed::{Around, read_as};
use hepai::model::template::{Field, Key, Label};
use hepai::templates::task;

const SAME: Label = Label::new("x", "x");
static DAY: Field = Field::date(Key::new("due"), SAME);
static MOMENT: Field = Field::date_time(Key::new("due_at"), SAME);
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
static MONEY: Field = Field::money(Key::new("budget"), SAME);
static YES: Field = Field::bool(Key::new("review"), SAME);

fn field(sort: &str) -> &'static Field {
    match sort {
        "day" => &DAY,
        "moment" => &MOMENT,
        "effort" => &EFFORT,
        "percent" => &PERCENT,
        "money" => &MONEY,
        "yes" => &YES,
        _ => task::TASK.field(task::PRIORITY.name).expect("declared"),
    }
}

#[test]
fn odd_cells_are_read_as_they_can_only_be_meant_or_told() {
    let day = |text: &str| text.parse().expect("a day");
    let spring = Around {
        period: Some((day("2026-03-02"), day("2026-05-29"))),
        ..Around::today(moment("2026-03-05T14:30:00+08:00"))
    };
    let table = include_str!("odd_cells.txt").lines();
    let table: Vec<&str> = table.filter(|line| !line.starts_with('#')).collect();
    assert!(table.len() >= 300, "{}", table.len());
    let wrong = table.iter().filter_map(|line| {
        let (sort, rest) = line.split_once(" | ").expect("three parts");
        let (text, expected) = rest
            .rsplit_once(" | ")
            .filter(|(text, _)| text.ends_with('"'))
            .unwrap_or_else(|| {
                let (text, doubt) = rest.split_once("\" | ").expect("three parts");
                (&rest[..=text.len()], doubt)
            });
        let text: String = serde_json::from_str(text).expect(line);
        let said = said(&read_as(field(sort), &text, &spring, None));
        (said != expected).then(|| format!("{line}: {said}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
