//! Two copies of a resource request meet: an answer to days that changed, and two approvals of one room.

use crate::people::{Desk, date};
use crate::resources::{asked, grant, items, rep, status, with_room};
use hepai::analysis::goal::answers::provider_answer;
use hepai::analysis::{Answer, Item, findings};
use hepai::model::template::{CellType, STATUS};
use hepai::templates::resource_request as request;

#[test]
fn an_answer_to_old_days_stands_is_marked_and_asked_for_again_in_both_orders() {
    let (desk, _) = with_room();
    let request = asked(&desk, "李主管", "2026-03-16", "2026-03-18");
    desk.step(&request, "coordinate");
    let provider = rep(&desk, 2, "陈专员");
    let me = provider.person("陈专员");
    provider
        .session
        .answer_request(&request, request::CAN_FULL.key, "");
    desk.set(&request, request::NEED_TO.name, date("2026-03-20").write());
    let (here, there) = (desk.changes(), provider.changes());
    desk.take(there, &me);
    provider.take(here, &desk.person("王经理"));
    for copy in [&desk, &provider] {
        let answer = copy.session.read(|log| provider_answer(log, &request));
        assert_eq!(answer, Answer::Outdated(1));
        assert!(items(copy, &me).contains(&Item::Requests(vec![request.clone()])));
        let conflicts = copy.session.read(|log| log.conflicts());
        assert!(
            conflicts
                .iter()
                .any(|place| place.record == request && place.key.as_str() == STATUS),
            "the days were locked: {conflicts:?}"
        );
    }
    let text = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(text(&desk), text(&provider));
    provider
        .session
        .answer_request(&request, request::CAN_FULL.key, "");
    assert_eq!(
        provider.session.read(|log| provider_answer(log, &request)),
        Answer::Agreed
    );
}

#[test]
fn two_approvals_on_two_copies_both_stand_and_are_told() {
    let (desk, _) = with_room();
    let a = asked(&desk, "李主管", "2026-03-16", "2026-03-18");
    let second = rep(&desk, 2, "王经理");
    let b = asked(&second, "赵主管", "2026-03-18", "2026-03-20");
    assert!(
        !desk
            .session
            .rule_requests(&[grant(&a, "2026-03-16", "2026-03-18")], "", None)
            .is_empty()
    );
    assert!(
        !second
            .session
            .rule_requests(&[grant(&b, "2026-03-18", "2026-03-20")], "", None)
            .is_empty()
    );
    let boss = desk.person("王经理");
    let (here, there) = (desk.changes(), second.changes());
    desk.take(there, &boss);
    second.take(here, &boss);
    let text = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(text(&desk), text(&second));
    for copy in [&desk, &second] {
        assert_eq!(status(copy, &a), request::DECIDED.key);
        assert_eq!(status(copy, &b), request::DECIDED.key);
        let now = copy.session.now();
        let told = copy.session.read(|log| findings(log, now));
        assert_eq!(
            told.iter()
                .filter(|found| found.rule.code == "RES-15")
                .count(),
            1
        );
        assert!(
            items(copy, &boss)
                .iter()
                .any(|item| matches!(item, Item::Clash(all) if all.len() == 2))
        );
    }
}
