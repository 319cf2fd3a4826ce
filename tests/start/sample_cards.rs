//! Who has which cards among their to-dos on the day the worked example is shown, and what one who runs it should do
//! next: the whole table, for everybody on the roster.

use super::answers::date;
use super::sample::{evening, show};
use chrono::NaiveDate;
use hepai::analysis::inbox::advice::{Advice, Counted, advice};
use hepai::analysis::inbox::todos::todos;
use hepai::analysis::words::names::short_name;
use hepai::analysis::{Codes, Item};
use hepai::model::template::Lang;
use hepai::model::{Log, RecordId};
use hepai::templates::member;

fn shown_day() -> NaiveDate {
    date("2026-04-15")
}

fn code(log: &Log, record: &RecordId) -> String {
    match Codes::of(log, record.kind()).display(log, record) {
        code if code.is_empty() => short_name(log, record, Lang::Zh),
        code => code,
    }
}

/// A card in a word, with the numbers of what it is about.
fn card(log: &Log, item: &Item) -> String {
    let all = |sort: &str, records: &[RecordId]| {
        let codes: Vec<String> = records.iter().map(|one| code(log, one)).collect();
        format!("{sort} {}", codes.join(" "))
    };
    match item {
        Item::Know(_) => "know".to_owned(),
        Item::Progress(tasks) => all("progress", tasks),
        Item::Causes(tasks) => all("causes", tasks),
        Item::Requests(requests) => all("answer", requests),
        Item::Clash(requests) => all("clash", requests),
        Item::Decisions { asked, .. } => all("reply", asked),
        Item::Replies(decision) => all("replies", std::slice::from_ref(decision)),
        Item::Approval(change) => all("approve", std::slice::from_ref(change)),
        Item::Assessments(changes) => all("assess", changes),
        Item::Risks(risks) => all("look", risks),
        Item::Work(record) => all(record.kind(), std::slice::from_ref(record)),
        Item::LookAgain(record) => all("again", std::slice::from_ref(record)),
        other => format!("{other:?}"),
    }
}

#[test]
fn everybody_has_the_cards_of_that_day_and_nobody_those_of_another() {
    let shown = show(shown_day(), Lang::Zh);
    shown.session.read(|log| {
        let of = |person: RecordId| {
            let todos = todos(log, &person, &[], shown_day());
            let cards: Vec<String> = todos.iter().map(|todo| card(log, &todo.item)).collect();
            (short_name(log, &person, Lang::Zh), cards)
        };
        let all: Vec<(String, Vec<String>)> = log.rows(member::KIND).into_iter().map(of).collect();
        let told: Vec<(&str, String)> = all
            .iter()
            .map(|(name, cards)| (name.as_str(), cards.join(" · ")))
            .collect();
        let line = |name: &'static str, cards: &str| (name, cards.to_owned());
        assert_eq!(
            told,
            [
                // The room is wanted twice from Friday on: both requests in one card, and for the lead alone.
                line("王经理", "clash R-4 R-5"),
                line("周专员", ""),
                // Of his late task he has spoken since the meeting; the decision he has seen and not answered.
                line("陈专员", "reply D-3 · task T-17"),
                line("李主管", "issue I-4"),
                line("孙工程师", "issue I-5"),
                line("赵主管", "task T-19"),
                line("刘经理", "know · reply D-3"),
                // Nothing was said of T-22 since the meeting, and T-20 is asked along with it.
                line("吴主管", "progress T-20 T-22 · task T-21"),
                line("郑主管", "action 首批排产"),
                // What waits for the sponsor goes by paper.
                line("林总", ""),
            ]
        );
    });
}

#[test]
fn who_runs_the_example_is_told_to_rule_then_to_ask_for_progress_until_somebody_was_asked() {
    let shown = show(shown_day(), Lang::Zh);
    let next = |counted: &Counted| {
        let todos = shown.session.todos();
        let now = evening(shown_day());
        shown.session.read(|log| advice(log, now, counted, &todos))
    };
    let counted = Counted {
        todo: 1,
        leads: true,
        runs_meetings: true,
        ..Counted::default()
    };
    assert_eq!(
        next(&counted),
        [Advice::Decide(1, false), Advice::AskProgress]
    );
    let asked_ms = Some(evening(shown_day()).timestamp_millis());
    let asked = Counted {
        asked_ms,
        ..counted
    };
    assert_eq!(next(&asked), [Advice::Decide(1, false)]);
    let member = Counted {
        runs_meetings: false,
        leads: false,
        ..counted
    };
    assert!(
        !next(&member).contains(&Advice::AskProgress),
        "nobody else is told to"
    );
}
