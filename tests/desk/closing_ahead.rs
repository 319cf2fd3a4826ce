//! On the way to the closing: what the lead is told to do next, and who is asked what was reached.

use crate::closing::finish_tasks;
use crate::feedback::cards_of;
use crate::people::{Desk, date, lead};
use hepai::analysis::Item;
use hepai::analysis::inbox::advice::{Advice, Counted, advice};
use hepai::model::Value;
use hepai::model::template::CellType;
use hepai::templates::{charter, metric, settings};

#[test]
fn the_next_step_leads_to_the_closing_and_through_it() {
    let desk = lead();
    desk.session.begin_work(Some("先做起来"));
    let next = |desk: &Desk, day: &str| {
        let now = crate::people::moment(&format!("{day}T09:00"));
        let counted = Counted {
            leads: true,
            ..Counted::default()
        };
        let todos = desk.session.todos();
        let all = desk.session.read(|log| advice(log, now, &counted, &todos));
        all.into_iter()
            .filter(|one| matches!(one, Advice::Observe | Advice::WrapUp | Advice::Closing(_)))
            .collect::<Vec<_>>()
    };
    assert_eq!(next(&desk, "2026-05-01"), []);
    finish_tasks(&desk);
    assert_eq!(next(&desk, "2026-05-01"), [Advice::WrapUp]);
    let fields = vec![
        (metric::NAME.name, Value::text("首月销售额")),
        (metric::MEASURE_TO.name, date("2026-05-27").write()),
    ];
    let goal = charter::record();
    desk.session
        .add_rows(metric::KIND, Some(&goal), None, &[fields]);
    assert_eq!(next(&desk, "2026-05-01"), [Advice::Observe]);
    desk.session.move_project(settings::OBSERVE, None);
    assert_eq!(next(&desk, "2026-05-01"), [], "one waits for the result");
    assert_eq!(next(&desk, "2026-05-28"), [Advice::WrapUp]);
    desk.session.move_project(settings::WRAP_UP, None);
    assert!(matches!(next(&desk, "2026-05-28")[..], [Advice::Closing(n)] if n > 3));
}

#[test]
fn whoever_measures_a_metric_is_asked_for_its_value_once_its_time_is_over() {
    let desk = lead();
    let chen = desk.person("陈专员");
    let fields = vec![
        (metric::NAME.name, Value::text("首月销售额")),
        (metric::OWNER.name, chen.write()),
        (metric::DIRECTION.name, Value::text(metric::AT_LEAST.key)),
        (metric::TARGET_VALUE.name, Value::text("500")),
        (metric::MEASURE_TO.name, date("2026-06-01").write()),
    ];
    let goal = charter::record();
    let row = desk
        .session
        .add_rows(metric::KIND, Some(&goal), None, &[fields])
        .remove(0);
    let asked = |desk: &Desk| {
        let all = cards_of(desk, &chen, &[]).into_iter();
        all.filter(|todo| todo.item == Item::Metrics(vec![row.clone()]))
            .count()
    };
    assert_eq!(asked(&desk), 1, "on the day after");
    desk.set(&row, metric::MEASURE_TO.name, date("2026-06-02").write());
    assert_eq!(asked(&desk), 0, "not while it is measured");
    desk.set(&row, metric::MEASURE_TO.name, date("2026-06-01").write());
    desk.set(&row, metric::ACTUAL_VALUE.name, Value::text("486.3"));
    assert_eq!(asked(&desk), 1, "missed, and nobody said why");
    desk.set(&row, metric::EXPLANATION.name, Value::text("竞品降价"));
    assert_eq!(asked(&desk), 0);
}
