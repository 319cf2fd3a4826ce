//! Charts of projects with more than anybody reads: a part is drawn, and what is left out is counted.

use crate::any_charts::{TODAY, a_task, days, of_three, row};
use crate::people::{Desk, date};
use hepai::analysis::standing::schedule::schedule;
use hepai::model::Value;
use hepai::model::template::{CellType, Lang};
use hepai::templates::{member, milestone, task};
use hepai::ui::chart::{
    ChartShape, DrawnChart, FinishedChart, LoadShown, burndown_chart, load_chart,
};

/// 121 people with tasks, and 120 milestones.
fn of_many_people() -> Desk {
    let desk = of_three([task::DONE.key, task::DOING.key, task::TODO.key]);
    for n in 0..120_u64 {
        let name = Value::text(format!("馆员{n}").as_str());
        let owner = row(&desk, member::KIND, &[(member::PERSON.name, name)]);
        a_task(&desk, "上架", &owner, days(45, 11), task::TODO.key);
        let fields = [
            (
                milestone::NAME.name,
                Value::text(format!("节点{n}").as_str()),
            ),
            (milestone::CURRENT_DATE.name, days(n, 0).0.write()),
        ];
        row(&desk, milestone::KIND, &fields);
    }
    desk
}

fn finished(chart: DrawnChart) -> FinishedChart {
    match chart {
        DrawnChart::FinishedChart(chart) => *chart,
        DrawnChart::Empty(_, why) => panic!("{why}"),
    }
}

#[test]
fn of_more_than_anybody_reads_a_part_is_drawn_and_the_rest_is_counted() {
    let desk = of_many_people();
    desk.session.read(|log| {
        let plan = schedule(log, date(TODAY));
        let load = finished(load_chart(log, &plan, LoadShown::default(), 640, Lang::Zh));
        let shapes = load.picture.shapes.iter();
        let names = shapes.filter(
            |shape| matches!(shape, ChartShape::ChartWord(word) if word.text.starts_with("馆员")),
        );
        let named = names.count();
        assert!((99..=100).contains(&named), "{named}");
        assert_eq!(load.table.rows.len(), 121, "the table has them all");
        let said = &load.finding;
        assert!(
            said.ends_with("图里只画最多的 100 行，另外 21 行在表格里。"),
            "{said}"
        );
        let burndown = finished(burndown_chart(log, &plan, false, 640, Lang::Zh));
        assert!(burndown.picture.spots.len() <= 101);
        let said = &burndown.finding;
        assert!(said.contains("另外 20 个在计划里"), "{said}");
    });
}
