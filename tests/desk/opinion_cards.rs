//! The cards of a consultation: whose they are, when they come, and when they go.

use crate::opinions::{answer, as_, asked, line, say};
use crate::people::{Desk, date};
use hepai::analysis::inbox::asks::{asks_of, is_time_for};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::{Answer, Item, todos};
use hepai::model::RecordId;
use hepai::templates::opinion;

fn opinions(desk: &Desk, who: &str, record: &RecordId) -> Item {
    Item::Opinions {
        me: desk.person(who),
        asked: vec![record.clone()],
    }
}

pub(crate) fn cards(desk: &Desk, who: &str, requests: &[&str], today: &str) -> Vec<(Item, Answer)> {
    let requests: Vec<String> = requests.iter().map(|&key| key.to_owned()).collect();
    let me = desk.person(who);
    let all = desk
        .session
        .read(|log| todos(log, &me, &requests, date(today)));
    let own = all
        .into_iter()
        .filter(|todo| matches!(todo.item, Item::Opinions { .. } | Item::OpinionsToAnswer(_)));
    own.map(|todo| (todo.item, todo.answer)).collect()
}

#[test]
fn the_card_of_opinions_is_there_while_asked_and_gone_with_a_word() {
    let (desk, record) = asked();
    let open = (opinions(&desk, "赵主管", &record), Answer::Open);
    assert_eq!(
        cards(&desk, "赵主管", &[], "2026-03-03"),
        std::slice::from_ref(&open)
    );
    assert_eq!(
        cards(&desk, "王经理", &[], "2026-03-03"),
        [],
        "who asks is not asked"
    );
    assert_eq!(
        cards(&desk, "陈专员", &[], "2026-03-03"),
        [],
        "nor is their department"
    );
    say(&desk, "赵主管", &record, "第 6 条", "30 天太紧");
    assert_eq!(cards(&desk, "赵主管", &[], "2026-03-03"), []);
    let done = (opinions(&desk, "赵主管", &record), Answer::Agreed);
    let by_file = [request::OPINIONS];
    assert_eq!(cards(&desk, "赵主管", &by_file, "2026-03-03"), [done]);
    as_(&desk, "李主管", |home| {
        desk.session.no_comment(&record, home, None);
    });
    assert_eq!(cards(&desk, "李主管", &[], "2026-03-03"), []);
    as_(&desk, "李主管", |home| {
        desk.session.no_comment(&record, home, None);
    });
    let open = (opinions(&desk, "李主管", &record), Answer::Open);
    assert_eq!(
        cards(&desk, "李主管", &[], "2026-03-03"),
        [open],
        "taken back"
    );
    desk.step(&record, "close");
    assert_eq!(
        cards(&desk, "李主管", &[], "2026-03-03"),
        [],
        "no more is taken"
    );
}

#[test]
fn the_card_of_answers_comes_when_the_time_is_over_and_goes_when_all_are_answered() {
    let (desk, record) = asked();
    say(&desk, "赵主管", &record, "第 6 条", "30 天太紧");
    say(&desk, "吴主管", &record, "第 15 条", "不同意");
    assert_eq!(cards(&desk, "王经理", &[], "2026-03-05"), []);
    let open = (Item::OpinionsToAnswer(record.clone()), Answer::Open);
    assert_eq!(
        cards(&desk, "王经理", &[], "2026-03-06"),
        std::slice::from_ref(&open)
    );
    assert_eq!(
        cards(&desk, "刘经理", &[], "2026-03-06").len(),
        1,
        "only to say something"
    );
    answer(&desk, &line(&desk, "30 天太紧"), opinion::ADOPTED, "");
    assert_eq!(cards(&desk, "王经理", &[], "2026-03-06"), [open]);
    answer(&desk, &line(&desk, "不同意"), opinion::DECLINED, "");
    assert_eq!(cards(&desk, "王经理", &[], "2026-03-06"), []);
}

#[test]
fn a_file_asks_for_opinions_while_there_is_a_draft_to_speak_to() {
    let (desk, record) = asked();
    let asks = desk.session.read(|log| asks_of(log, &record, false));
    assert_eq!(asks, [request::OPINIONS]);
    let is_time = |desk: &Desk| desk.session.read(|log| is_time_for(log, request::OPINIONS));
    assert!(is_time(&desk));
    desk.step(&record, "close");
    assert!(!is_time(&desk));
    assert!(
        desk.session
            .read(|log| asks_of(log, &record, false))
            .is_empty()
    );
}
