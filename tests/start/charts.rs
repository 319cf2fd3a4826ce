//! The figures behind the charts of the worked example (views.md §1.9, §5).

use super::sample::{Shown, evening, show, wednesday};
use chrono::{Days, NaiveDate};
use hepai::analysis::standing::by_department::by_department;
use hepai::analysis::standing::load_board::{LoadBoard, LoadBy, LoadMode, load_board};
use hepai::analysis::standing::matters::{Effect, matters};
use hepai::analysis::standing::outlook::{DaysToLose, outlook};
use hepai::analysis::standing::schedule::{
    BurnMeasure, Burndown, Plan, burndown, burndown_of_effort, delays, earned, progress_trend,
    schedule,
};
use hepai::analysis::words::names::short_name;
use hepai::model::template::{Form, Key, Lang};
use hepai::model::{FieldKey, Log, RecordId, Value};
use hepai::templates::settings;

/// As the specification counts: weekends alone.
fn shown() -> Shown {
    let shown = show(wednesday(), Lang::Zh);
    let holidays = FieldKey::of(settings::PUBLIC_HOLIDAYS.name);
    let field = shown.session().field(settings::record(), holidays);
    field.set(Value::Bool(false));
    shown
}

/// A day of the example by the days since it began.
fn day(number: u64) -> NaiveDate {
    wednesday() - Days::new(44) + Days::new(number)
}

fn code(log: &Log, record: &RecordId) -> i64 {
    let form = Form::new(log, record.clone());
    form.get(Key::<i64>::new("code")).unwrap_or_default()
}

#[test]
fn what_is_late_is_rolled_up_to_where_it_began() {
    shown().session().read(|log| {
        let late = delays(log, wednesday());
        assert_eq!(late.days(), 21);
        let of = |days: Vec<(String, i64)>| days;
        let said = |pairs: &[(&str, i64)]| -> Vec<(String, i64)> {
            pairs
                .iter()
                .map(|(cause, n)| ((*cause).to_owned(), *n))
                .collect()
        };
        let entered = [
            ("predecessor", 7),
            ("third_party", 5),
            ("resource", 4),
            ("requirement_change", 3),
            ("approval", 2),
        ];
        assert_eq!(of(late.entered()), said(&entered));
        let rooted = [
            ("third_party", 7),
            ("requirement_change", 6),
            ("approval", 4),
            ("resource", 4),
        ];
        assert_eq!(of(late.rooted()), said(&rooted));
        let departments: Vec<(String, i64)> = late
            .by_department(log)
            .into_iter()
            .map(|(one, n)| (short_name(log, &one.expect("a department"), Lang::Zh), n))
            .collect();
        let wanted = [("市场部", 8), ("研发部", 8), ("财务部", 2), ("供应链部", 3)];
        assert_eq!(departments, said(&wanted), "in their own order");
        let of_task = |wanted: i64| late.tasks.iter().find(|one| code(log, &one.task) == wanted);
        let twelve = of_task(12).expect("T-12 was late");
        let chain: Vec<i64> = twelve.chain.iter().map(|one| code(log, one)).collect();
        assert_eq!((chain, twelve.root.as_str()), (vec![11], "third_party"));
        let seventeen = of_task(17).expect("T-17 is late");
        assert_eq!((seventeen.days, seventeen.is_done), (4, false));
        assert_eq!(late.clone().finished().days(), 17, "without T-17");
    });
}

fn on_fridays(drawn: &Burndown, values: &[i64], from: usize) -> Vec<i64> {
    let fridays = [4, 11, 18, 25, 32, 39, 46, 53, 60, 67, 74, 81, 88];
    let at = |number: u64| drawn.days.iter().position(|one| *one == day(number));
    let places = fridays.into_iter().filter_map(at);
    places
        .filter_map(|at| values.get(at.checked_sub(from)?).copied())
        .collect()
}

#[test]
fn the_burndown_is_a_staircase_with_the_figures_of_the_specification() {
    shown().session().read(|log| {
        let drawn = burndown(&schedule(log, wednesday())).expect("dated tasks");
        assert_eq!((drawn.days[0], drawn.planned[0]), (day(0), 30));
        let planned = on_fridays(&drawn, &drawn.planned, 0);
        assert_eq!(planned, [27, 25, 23, 20, 19, 13, 10, 7, 5, 4, 4, 4, 0]);
        let actual = on_fridays(&drawn, &drawn.actual, 0);
        assert_eq!(actual, [27, 25, 23, 21, 19, 16], "to today");
        assert_eq!(drawn.now(), Some((14, 12)));
        let expected = on_fridays(&drawn, &drawn.expected, drawn.actual.len() - 1);
        assert_eq!(expected, [11, 8, 5, 4, 4, 4, 0]);
        assert_eq!(drawn.ends(), Some(day(88)));
        assert!(drawn.is_original);
        let by_days = burndown_of_effort(log, &schedule(log, wednesday())).expect("dated");
        assert_eq!((by_days.measure, by_days.all()), (BurnMeasure::Days, 215));
    });
}

#[test]
fn progress_falls_short_by_the_share_of_what_should_be_done() {
    shown().session().read(|log| {
        let now = earned(&log.derived::<Plan>(), wednesday());
        assert_eq!(
            (now.all, now.percent(), now.planned_percent()),
            (215, Some(66), Some(71))
        );
        assert_eq!(now.behind(), 7);
        let trend: Vec<(NaiveDate, i64)> = progress_trend(log)
            .iter()
            .map(|point| (point.day, point.behind))
            .collect();
        let wanted = [(11, 3), (25, 14), (32, 14), (39, 4)];
        assert_eq!(trend, wanted.map(|(number, behind)| (day(number), behind)));
    });
}

#[test]
fn without_person_days_a_week_counts_tasks_in_the_order_of_the_roster() {
    shown().session().read(|log| {
        let board = load_board(log, &schedule(log, wednesday()), LoadBy::Person);
        assert_eq!((board.mode, board.mondays.len()), (LoadMode::Tasks, 8));
        assert_eq!((board.open, board.unweighed), (14, 14));
        let rows: Vec<(String, Vec<usize>)> = board
            .rows
            .iter()
            .map(|row| {
                let counts = row.weeks.iter().map(|week| week.tasks.len());
                (
                    short_name(log, row.person.as_ref().expect("a person"), Lang::Zh),
                    counts.take(7).collect(),
                )
            })
            .collect();
        let wanted: [(&str, [usize; 7]); 6] = [
            ("王经理", [0, 0, 1, 0, 0, 0, 1]),
            ("陈专员", [1, 0, 1, 0, 0, 0, 0]),
            ("赵主管", [1, 1, 2, 1, 1, 1, 1]),
            ("刘经理", [0, 0, 0, 0, 0, 0, 1]),
            ("吴主管", [3, 1, 1, 2, 1, 1, 1]),
            ("郑主管", [1, 1, 0, 0, 0, 0, 0]),
        ];
        let wanted = wanted.map(|(name, counts)| (name.to_owned(), counts.to_vec()));
        assert_eq!(rows, wanted);
        let (row, most) = board.most_now().expect("somebody has work");
        assert_eq!(
            (
                short_name(log, row.person.as_ref().expect("a person"), Lang::Zh),
                most
            ),
            ("吴主管".to_owned(), 3)
        );
        let late = board.rows.iter().filter(|row| row.weeks[0].is_late);
        let late: Vec<String> = late
            .map(|row| short_name(log, row.person.as_ref().expect("a person"), Lang::Zh))
            .collect();
        assert_eq!(late, ["陈专员"]);
    });
}

#[test]
fn the_launch_is_expected_on_its_day_with_no_day_to_spare() {
    shown().session().read(|log| {
        let ahead = outlook(log, &schedule(log, wednesday())).expect("an open milestone");
        assert_eq!(
            (ahead.expected, ahead.room, ahead.late),
            (day(57), DaysToLose::None, 0)
        );
        let way: Vec<(i64, NaiveDate)> = ahead
            .way
            .iter()
            .map(|(task, end)| (code(log, task), *end))
            .collect();
        assert_eq!(way, [(14, day(53)), (23, day(56)), (25, day(57))]);
        assert_eq!(ahead.left_out, 0);
    });
}

#[test]
fn what_matters_is_what_the_specification_lists() {
    shown().session().read(|log| {
        let all = matters(log, evening(wednesday()));
        let told: Vec<(&str, i64)> = all
            .iter()
            .map(|one| (one.record.kind(), code(log, &one.record)))
            .collect();
        assert_eq!(told[..3], [("issue", 5), ("task", 17), ("task", 20)]);
        assert_eq!(all[1].effect, Effect::Spare(5));
        assert_eq!(all[2].effect, Effect::Spare(2));
        let blocked: Vec<i64> = all[0].holds_up.iter().map(|task| code(log, task)).collect();
        assert_eq!(blocked, [20]);
        assert!(told.contains(&("decision", 3)), "{told:?}");
        assert!(told.contains(&("resource_request", 5)), "{told:?}");
    });
}

#[test]
fn departments_stand_in_their_own_order_with_what_is_open() {
    shown().session().read(|log| {
        let lines = by_department(log, &schedule(log, wednesday()));
        let lines: Vec<(String, [usize; 3])> = lines
            .iter()
            .map(|line| {
                let name = short_name(log, &line.department, Lang::Zh);
                (name, [&line.doing, &line.late, &line.blocked].map(Vec::len))
            })
            .collect();
        let wanted = [
            ("市场部", [1, 1, 0]),
            ("研发部", [0, 0, 0]),
            ("销售部", [1, 0, 0]),
            ("财务部", [0, 0, 0]),
            ("客服部", [1, 0, 1]),
            ("供应链部", [1, 0, 0]),
        ];
        assert_eq!(
            lines,
            wanted.map(|(name, counts)| (name.to_owned(), counts))
        );
    });
}

#[test]
fn a_department_has_the_days_of_all_its_people_added_up() {
    shown().session().read(|log| {
        let plan = schedule(log, wednesday());
        let [alone, together] =
            [LoadBy::Person, LoadBy::Department].map(|by| load_board(log, &plan, by));
        let rows: Vec<(String, Vec<usize>)> = together
            .rows
            .iter()
            .map(|row| {
                assert_eq!(row.person, None, "a department is nobody alone");
                let department = row.department.as_ref().expect("a department");
                let counts = row.weeks.iter().map(|week| week.tasks.len());
                (
                    short_name(log, department, Lang::Zh),
                    counts.take(3).collect(),
                )
            })
            .collect();
        let wanted: [(&str, [usize; 3]); 5] = [
            ("市场部", [1, 0, 2]),
            ("销售部", [1, 1, 2]),
            ("财务部", [0, 0, 0]),
            ("客服部", [3, 1, 1]),
            ("供应链部", [1, 1, 0]),
        ];
        assert_eq!(
            rows,
            wanted.map(|(name, counts)| (name.to_owned(), counts.to_vec()))
        );
        // 王经理, 陈专员 and 周专员 of 市场部: five days each of this week and the next.
        let days = |board: &LoadBoard| board.rows.iter().map(|row| row.weeks[1].days).max();
        assert_eq!((days(&alone), days(&together)), (Some(5), Some(15)));
        assert!(
            together
                .rows
                .iter()
                .all(|row| row.weeks[0].unweighed == row.weeks[0].tasks.len())
        );
    });
}
