//! Feedback that nobody else reads before it is shown: no list, no file, and what two copies make of it.

use crate::feedback::{as_lead, cards, closing, fill, give};
use crate::people::{Desk, REPS, empty};
use hepai::analysis::inbox::differences::open_number;
use hepai::analysis::standing::feedback::{feedback_figures, shown};
use hepai::analysis::telling::{Naming, doings, lines};
use hepai::analysis::words::initials::{Initials, TABLE};
use hepai::analysis::words::search::search;
use hepai::analysis::{Answer, Item, Todo, findings};
use hepai::exchange::{Envelope, Header, Part, ProjectInfo, Scope, purpose, write_part};
use hepai::model::template::Lang;
use hepai::model::{Change, FieldKey, RecordId, Value};
use hepai::templates::feedback::{self, DIMENSIONS};

/// What a file holds that whoever acts at a desk saves.
fn file(desk: &Desk, envelope: &Envelope) -> String {
    let left = desk.session.sealed_from(envelope);
    let header = Header {
        app: "0.1.0".to_owned(),
        page: "https://hepai.test/".to_owned(),
        project: ProjectInfo {
            id: desk.session.project(),
            name: "A1 台灯上市".to_owned(),
        },
        envelope: envelope.clone(),
        scope: Scope::Part,
        lang: Lang::Zh,
        current: None,
    };
    desk.session
        .read(|log| write_part(&Part::without(log, &left), &header))
}

fn to(person: &RecordId) -> Envelope {
    Envelope {
        to: vec![person.to_string()],
        ..Envelope::of(purpose::UPDATE)
    }
}

#[test]
fn nobody_writes_the_feedback_of_others_and_no_list_says_what_it_says() {
    let desk = closing();
    let own = give(&desk, 1);
    as_lead(&desk);
    desk.session.score(&own, feedback::SCORE_GOAL, 1);
    assert!(desk.value(&own, feedback::SCORE_GOAL.name).is_empty());
    desk.session.read(|log| {
        let all: Vec<&Change> = log
            .in_force()
            .filter(|change| change.record == own)
            .collect();
        for lang in [Lang::Zh, Lang::En] {
            for line in lines(Naming::of(log, lang), &doings(log, &all)) {
                let says = ["一小时", "拨付单", "晚 3 个", "Often", "经常"];
                assert!(
                    says.iter().all(|word| !line.text.contains(word)),
                    "{}",
                    line.text
                );
            }
        }
        assert!(search(log, "拨付单", Lang::Zh, &Initials::read(TABLE)).is_empty());
        let told = findings(log, desk.session.now());
        assert!(
            told.iter()
                .all(|found| found.record.kind() != feedback::KIND)
        );
    });
}

#[test]
fn a_file_leaves_out_the_feedback_of_others_until_it_is_shown() {
    let desk = closing();
    give(&desk, 0);
    let own = give(&desk, 1);
    let rep = desk.person("赵主管");
    let mine = file(&desk, &to(&rep));
    assert!(
        mine.contains("说得清") && !mine.contains("都有记录"),
        "one's own goes along"
    );
    let lead = as_lead(&desk);
    let others = file(&desk, &to(&rep));
    assert!(
        !others.contains("说得清") && !others.contains(own.as_str()),
        "nothing of it"
    );
    assert!(!file(&desk, &to(&lead)).contains("说得清"));
    assert!(file(&desk, &Envelope::of(purpose::BACKUP)).contains("说得清"));
    desk.session.show_feedback();
    assert!(file(&desk, &to(&rep)).contains("说得清"));
}

#[test]
fn a_sheet_without_a_name_goes_to_the_lead_alone_and_shows_from_five_on() {
    let desk = closing();
    let (keeper, lead, rep) = (
        desk.person("李主管"),
        desk.person("王经理"),
        desk.person("赵主管"),
    );
    let enter = |desk: &Desk| {
        desk.session.set_author(Some(keeper.to_string()));
        let sheet = desk.session.begin_sheet();
        for dimension in DIMENSIONS.iter().filter(|one| one.is_asked) {
            desk.set(&sheet, dimension.score.key, Value::int(3));
        }
        desk.set(
            &sheet,
            feedback::BEST_PRACTICE.name,
            Value::text("纸上写的好处"),
        );
        desk.set(
            &sheet,
            feedback::SUGGESTION.name,
            Value::text("纸上写的建议"),
        );
        desk.step(&sheet, "submit");
        sheet
    };
    let first = enter(&desk);
    let second = enter(&desk);
    assert_eq!(desk.value(&first, feedback::SHEET_NO.name), Value::int(1));
    assert_eq!(desk.value(&second, feedback::SHEET_NO.name), Value::int(2));
    assert!(file(&desk, &to(&lead)).contains("纸上写的"));
    assert!(!file(&desk, &to(&rep)).contains("纸上写的"));
    give(&desk, 1);
    as_lead(&desk);
    desk.session.show_feedback();
    let counted = |desk: &Desk| {
        let told = desk.session.read(feedback_figures);
        (told.answers, told.hidden_sheets)
    };
    assert_eq!(counted(&desk), (1, 2));
    for _ in 0..3 {
        enter(&desk);
    }
    as_lead(&desk);
    desk.session.show_feedback();
    assert_eq!(counted(&desk), (6, 0));
}

#[test]
fn filled_twice_it_differs_at_the_score_and_that_person_alone_settles_it() {
    let desk = closing();
    let me = desk.person(REPS[1]);
    let other = empty(7);
    other.take(desk.changes(), &me);
    let own = fill(&desk, 1);
    assert_eq!(fill(&other, 1), own, "one record");
    other.set(&own, feedback::SCORE_RESOURCE.name, Value::int(4));
    desk.set(&own, feedback::SCORE_RESOURCE.name, Value::int(1));
    let (here, there) = (desk.changes(), other.changes());
    let lead = as_lead(&desk);
    desk.take(there.clone(), &me);
    other.take(here.clone(), &me);
    let bytes = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(bytes(&desk), bytes(&other), "both orders");
    let key = FieldKey::of(feedback::SCORE_RESOURCE.name);
    assert_eq!(desk.session.distinct(&own, &key).len(), 2);
    assert_eq!(desk.session.read(open_number), 0, "nobody else is asked");
    assert_eq!(cards(&desk, &lead, &[]), []);
    let open = Todo {
        item: Item::Feedback(own.clone()),
        answer: Answer::Open,
    };
    assert_eq!(cards(&desk, &me, &[]), [open]);
    assert!(
        desk.session
            .decide(&own, &key, Value::int(4), None)
            .is_empty(),
        "not the lead"
    );
    desk.session.set_author(Some(me.to_string()));
    desk.session.decide(&own, &key, Value::int(4), None);
    assert_eq!(desk.session.distinct(&own, &key).len(), 1);
}

#[test]
fn what_comes_after_the_others_were_shown_stands_below_them() {
    let desk = closing();
    let me = desk.person(REPS[2]);
    let there = empty(9);
    there.take(desk.changes(), &me);
    let late = give(&there, 2);
    give(&desk, 1);
    as_lead(&desk);
    desk.session.show_feedback();
    let before = desk.session.read(feedback_figures);
    let (here, theirs) = (desk.changes(), there.changes());
    desk.take(theirs, &me);
    there.take(here, &me);
    for one in [&desk, &there] {
        let told = one.session.read(shown);
        assert_eq!(told.len(), 2);
        assert!(!told[0].is_late && told[1].is_late && told[1].record == late);
        assert_eq!(one.session.read(feedback_figures), before);
    }
}

#[test]
fn nobody_reads_what_others_say_before_their_own_department_has_answered() {
    let desk = closing();
    give(&desk, 0);
    as_lead(&desk);
    assert!(desk.session.feedback_awaits().is_some());
    assert!(desk.session.show_feedback().is_empty());
    give(&desk, 1);
    as_lead(&desk);
    assert_eq!(desk.session.feedback_awaits(), None);
    assert_eq!(desk.session.show_feedback().len(), 2);
}
