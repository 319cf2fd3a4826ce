//! The board, the calendar and one's own tasks: what stands where, what a move comes to, and what another date entails.

use crate::people::{Desk, date, empty};
use crate::progress::running;
use hepai::analysis::calendar_of;
use hepai::analysis::people::allowed_steps::Hindrance;
use hepai::analysis::standing::plan_view::{
    DaySort, DaysAsked, DueWhen, GroupBy, LinesAsked, MyPart, PlanLine, SortBy, board,
    calendar_days, my_work, plan_lines,
};
use hepai::analysis::standing::schedule::schedule;
use hepai::model::template::{CellType, Form, Lang};
use hepai::model::{Value, Zone};
use hepai::state::{BoardMove, PlanShown, PlanView};
use hepai::templates::{issue, settings, task};
use hepai::ui::hindrance::withheld_text;

const ALL: LinesAsked<'_> = LinesAsked {
    filters: &[],
    words: "",
    is_critical: false,
    group: GroupBy::Department,
    sort: SortBy::Due,
    is_reversed: false,
    shut: &[],
    lang: Lang::Zh,
};

fn keys(steps: &[&hepai::model::template::Transition]) -> Vec<&'static str> {
    steps.iter().map(|step| step.key).collect()
}

#[test]
fn a_card_is_moved_by_the_step_that_leads_there_or_says_what_is_missing() {
    let (desk, me, task) = running();
    desk.session.set_author(Some(me.to_string()));
    let to = |state: &str| desk.session.board_move(&task, state);
    assert!(matches!(to(task::DOING.key), BoardMove::Here));
    let BoardMove::NoStep(instead) = to(task::TODO.key) else {
        panic!("nothing leads back")
    };
    assert!(keys(&instead).contains(&"block"), "{:?}", keys(&instead));

    // Blocked only with the issue that it waits for.
    let BoardMove::Asks(step, asks) = to(task::BLOCKED.key) else {
        panic!("an issue is asked for")
    };
    assert_eq!(step.key, "block");
    let fields: Vec<_> = asks.fields.iter().map(|field| field.key).collect();
    assert_eq!(fields, [task::BLOCKED_BY_ISSUE.name]);
    let made = desk.session.add_rows(issue::KIND, None, None, &[vec![]]);
    desk.set(&task, task::BLOCKED_BY_ISSUE.name, made[0].write());
    assert!(matches!(to(task::BLOCKED.key), BoardMove::Free(step) if step.key == "block"));

    // Cancelling is for the lead, with a reason.
    let BoardMove::Withheld(_, why) = to(task::CANCELLED.key) else {
        panic!("it is for the lead")
    };
    let said = |why: &Hindrance, lang: Lang| {
        desk.session
            .read(|log| withheld_text(log, &task, why, lang))
    };
    assert_eq!(said(&why, Lang::Zh), "这一步由王经理来做。");
    assert_eq!(said(&why, Lang::En), "This step is for 王经理.");
    let no_one = Hindrance::NotYou(task::OWNER.name, Vec::new());
    assert_eq!(
        said(&no_one, Lang::Zh),
        "「责任人」本人不做这一步，由负责的人（名单里还没有）来做。"
    );
    assert_eq!(
        said(&Hindrance::NobodyChosen, Lang::Zh),
        "先选您是哪一位，才知道这一步能不能由您来做。"
    );
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    assert!(matches!(to(task::CANCELLED.key), BoardMove::Asks(_, asks) if asks.reason));
}

#[test]
fn the_board_has_a_lane_for_each_group_and_keeps_what_is_done_for_a_week() {
    let (desk, _, task) = running();
    let read = |with_earlier: bool, today: &str| {
        desk.session.read(|log| {
            let schedule = schedule(log, date(today));
            let lines = plan_lines(log, &schedule, &ALL);
            (board(&schedule, &lines, &[], false, with_earlier), schedule)
        })
    };
    let (board, schedule) = read(false, "2026-03-03");
    let place = schedule.plan.place(&task).expect("a place");
    assert!(board.lanes.len() > 1 && board.columns.len() == 5);
    let doing = board.columns.iter().position(|key| *key == task::DOING.key);
    let doing = doing.expect("a column");
    let lanes = board.lanes.iter();
    let holding: Vec<_> = lanes
        .filter(|lane| lane.cells[doing].contains(&place))
        .collect();
    assert_eq!(holding.len(), 1);
    let all: usize = (0..5).map(|column| board.count(column)).sum();
    assert_eq!(all, schedule.plan.tasks.len());

    desk.set(&task, task::NEEDS_REVIEW.name, Value::Null);
    desk.step(&task, "complete");
    desk.set(&task, task::ACTUAL_END.name, date("2026-03-05").write());
    let counts = |with_earlier, today| {
        let (board, _) = read(with_earlier, today);
        let done = board.columns.iter().position(|key| *key == task::DONE.key);
        let done = done.expect("a column");
        let cards: usize = board.lanes.iter().map(|lane| lane.cells[done].len()).sum();
        (cards, board.count(done))
    };
    assert_eq!(counts(false, "2026-03-12"), (1, 1), "a week");
    assert_eq!(counts(false, "2026-03-13"), (0, 1), "counted still");
    assert_eq!(counts(true, "2026-03-13"), (1, 1));
}

fn at(desk: &Desk, from: &str, to: &str, is_whole: bool) -> Vec<(String, String, DaySort)> {
    desk.session.read(|log| {
        let schedule = schedule(log, date("2026-03-03"));
        let lines = plan_lines(log, &schedule, &ALL);
        let tasks: Vec<u32> = lines.lines.iter().filter_map(PlanLine::task).collect();
        let asked = DaysAsked {
            from: date(from),
            to: date(to),
            tasks: &tasks,
            is_whole,
            sorts: &[DaySort::Milestone, DaySort::Meeting],
            lang: Lang::Zh,
            zone: Zone::AsWritten,
        };
        let calendar = calendar_of(&Form::new(log, settings::record()));
        let days = calendar_days(log, &schedule, &calendar, &asked);
        assert_eq!(days.len(), 7);
        assert!(!days[6].is_working && days[0].is_working);
        let entries = days.into_iter().flat_map(|day| {
            let date = day.date.to_string();
            let entries = day.entries.into_iter();
            entries.map(move |entry| (date.clone(), entry.record.to_string(), entry.sort))
        });
        entries.collect()
    })
}

#[test]
fn a_task_stands_on_the_day_it_is_due_or_on_each_of_its_days() {
    let (desk, _, task) = running();
    let of_task = |all: Vec<(String, String, DaySort)>| {
        let own = all
            .into_iter()
            .filter(|(_, record, _)| *record == task.to_string());
        own.map(|(day, ..)| day).collect::<Vec<_>>()
    };
    let due = of_task(at(&desk, "2026-04-27", "2026-05-03", false));
    assert_eq!(due, ["2026-04-30"]);
    let whole = of_task(at(&desk, "2026-04-27", "2026-05-03", true));
    assert_eq!(whole.len(), 4, "{whole:?}");
    let meetings = at(&desk, "2026-03-09", "2026-03-15", false);
    assert!(
        meetings
            .iter()
            .any(|(_, _, sort)| *sort == DaySort::Meeting)
    );
}

#[test]
fn own_work_is_sorted_by_when_it_is_due() {
    let (desk, me, task) = running();
    let when = |today: &str, part: MyPart| {
        desk.session.read(|log| {
            let schedule = schedule(log, date(today));
            let lines = plan_lines(log, &schedule, &ALL);
            let tasks: Vec<u32> = lines.lines.iter().filter_map(PlanLine::task).collect();
            let work = my_work(log, &schedule, &tasks, &me, part);
            let place = schedule.plan.place(&task).expect("a place");
            let section = work
                .sections
                .iter()
                .find(|(_, tasks)| tasks.contains(&place));
            (section.map(|(when, _)| *when), work.counts)
        })
    };
    for (today, expected) in [
        ("2026-05-04", DueWhen::Late),
        ("2026-04-30", DueWhen::Today),
        ("2026-04-27", DueWhen::ThisWeek),
        ("2026-04-26", DueWhen::NextWeek),
        ("2026-04-19", DueWhen::Later),
    ] {
        assert_eq!(when(today, MyPart::Own).0, Some(expected), "{today}");
    }
    let (none, counts) = when("2026-04-30", MyPart::Review);
    assert_eq!(none, None);
    assert_eq!(counts[0], desk.tasks(&me).len());
    desk.set(&task, task::REVIEWER.name, me.write());
    assert_eq!(when("2026-04-30", MyPart::Review).0, Some(DueWhen::Today));
}

#[test]
fn a_shared_view_shows_the_same_lines_in_whoever_gets_the_file() {
    let (desk, me, _) = running();
    desk.session.set_author(Some(me.to_string()));
    let asked = PlanShown::parse("f=status~-open&g=owner&s=-due");
    let saved = desk
        .session
        .save_view("未完成的", true, PlanView::Gantt, &asked);
    let saved = saved.expect("it is saved");
    let lines = |desk: &Desk| {
        let today = desk.session.now().date_naive();
        let views = desk.session.plan_views();
        let view = views.iter().find(|view| view.record == saved);
        let shown = view.expect("everybody has it").asked();
        let (sort, is_reversed) = shown.sort.expect("its order");
        let asking = LinesAsked {
            filters: &shown.filters,
            words: &shown.words,
            group: shown.group.expect("its groups"),
            sort,
            is_reversed,
            ..ALL
        };
        desk.session.read(|log| {
            let schedule = schedule(log, today);
            let lines = plan_lines(log, &schedule, &asking).lines.into_iter();
            let said = lines.map(|line| match line {
                PlanLine::Task(at) => schedule.plan.tasks[at as usize].record.to_string(),
                PlanLine::Heading(heading) => format!("= {}", heading.group.word()),
            });
            said.collect::<Vec<String>>()
        })
    };
    let other = empty(79);
    other.take(desk.changes(), &desk.person("王经理"));
    other
        .session
        .set_author(Some(desk.person("陈专员").to_string()));
    let own = lines(&desk);
    assert!(own.len() > 2, "{own:?}");
    assert_eq!(own, lines(&other));
}
