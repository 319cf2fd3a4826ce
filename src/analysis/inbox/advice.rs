//! 下一步: what a project needs next, the most urgent first (ux-method.md). Knows no page and no words; what costs much to
//! count, and what only the page knows, is told to it.

use super::advice_by_scenario::by_scenario;
use super::agenda::{self, Coming};
use super::decisions::is_late;
use super::differences::open_number;
use super::looking_back::is_any_window_open;
use super::todos::{Item, Todo};
use super::updates::running_tasks;
use super::weekly::{MeetingState, meeting_at_hand};
use crate::analysis::people::role_table::{live_rows, publication};
use crate::analysis::standing::closing::closing_lacks;
use crate::analysis::standing::readiness::missing;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{Choice, Form, Gate};
use crate::templates::{charter, member, resource_request, settings, status_of, task};
use chrono::NaiveDate;

/// Something to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// So many files have come that nobody has looked at.
    Look(usize),
    /// So many differences are to be settled.
    Settle(usize),
    /// So many differences are on the agenda, of this meeting where one comes.
    Agenda(usize, Option<Coming>),
    /// The regular meeting is today, and it is not begun, or it goes on.
    Meeting,
    /// A meeting was held; so many places are missing before it is released.
    Release(usize),
    /// So many things wait for this person's decision; whether all of them are decisions.
    Decide(usize, bool),
    /// So many requests for resources wait for a ruling of this person; whether any of them clash.
    Rule(usize, bool),
    /// So many departments that were asked for a resource have not answered.
    RemindProviders(usize),
    /// The step of a problem whose clock runs out first: its issue.
    CaseStep(RecordId),
    /// So many opinions on that draft wait for this person's answer.
    AnswerOpinions(RecordId, usize),
    /// All opinions on that draft are answered, and nobody sees the answers yet.
    ShowAnswers(RecordId),
    /// That meeting comes next.
    NextMeeting(Coming),
    /// That task is due next.
    NextTask(RecordId),
    /// Somebody has not replied to that decision in time.
    Silent(RecordId),
    /// The next meeting is near, and nobody was asked for progress since the last one.
    AskProgress,
    /// So many things wait for this person.
    Todo(usize),
    /// The goal is not written.
    Goal,
    /// Nobody is on the roster.
    People,
    /// There is no plan.
    Plan,
    /// That metric can be measured now, by this person.
    Measure(RecordId),
    /// All tasks are done, and some results are still to come in.
    Observe,
    /// All tasks are done, and it is time to look back.
    WrapUp,
    /// So many things are missing before the project is closed.
    Closing(usize),
    /// So many fields were sent to nobody.
    Send(usize),
    /// The role table can be shown to all.
    Publish,
    /// So many places are worth a look.
    Checks(usize),
    /// Nothing else: there may be files to take.
    Receive,
}

/// What is counted elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// Files that have come and wait for a look.
    pub files: usize,
    /// Differences once they were taken.
    pub coming: usize,
    /// Decisions that this person can take.
    pub deciding: usize,
    /// What waits for this person.
    pub todo: usize,
    /// Findings, differences not among them.
    pub findings: usize,
    /// Fields that were sent to nobody.
    pub unsent: usize,
    /// Whether this person leads or coordinates.
    pub runs_meetings: bool,
    /// Whether this person leads: rulings are theirs.
    pub leads: bool,
    /// When somebody was last asked for progress, milliseconds since 1970.
    pub asked_ms: Option<i64>,
    /// Whether this person leads, and nothing holds the role table back.
    pub may_publish: bool,
    /// Whether this person may show what became of the opinions on a draft.
    pub may_show_answers: bool,
}

/// What to do next, never nothing. `todos` is what waits for this person: of that, differences are told by themselves.
pub fn advice(log: &Log, now: Moment, counted: &Counted, todos: &[Todo]) -> Vec<Advice> {
    let some = |count: usize, advice: Advice| (count > 0).then_some(advice);
    let today = now.date_naive();
    let more = by_scenario(log, now, counted, todos);
    let rulings = todos
        .iter()
        .filter(|todo| is_ruling(log, &todo.item, counted.leads));
    let rulings: Vec<&Item> = rulings.map(|todo| &todo.item).collect();
    let deciding = counted.deciding + rulings.len();
    let decides = decide(counted.deciding, &rulings, more.is_sharing);
    let asks = counted.runs_meetings && is_to_ask(log, now, counted.asked_ms);
    let is_difference = |todo: &&Todo| matches!(todo.item, Item::Differences(_));
    let differences = todos.iter().filter(is_difference).count();
    let told = differences + rulings.len() + more.told;
    let waiting = counted.todo.saturating_sub(told);
    let measures = todos.iter().find_map(|todo| match &todo.item {
        Item::Metrics(open) => open.first().cloned(),
        _ => None,
    });
    let publishes =
        counted.may_publish && !live_rows(log).is_empty() && publication(log).last.is_none();
    let mut all = Vec::from_iter(some(counted.files, Advice::Look(counted.files)));
    all.extend(of_next_meeting(log, now, counted));
    all.extend(more.first);
    all.extend(some(deciding, decides));
    all.extend(silent(log, todos, today));
    all.extend(asks.then_some(Advice::AskProgress));
    all.extend(more.beside);
    all.extend(some(waiting, Advice::Todo(waiting)));
    all.extend(begun(log));
    all.extend(measures.map(Advice::Measure));
    all.extend(towards_closing(log, today).filter(|_| counted.leads));
    all.extend(some(counted.unsent, Advice::Send(counted.unsent)));
    all.extend(more.last);
    all.extend(publishes.then_some(Advice::Publish));
    all.extend(some(counted.findings, Advice::Checks(counted.findings)));
    if all.is_empty() {
        all.push(Advice::Receive);
    }
    all
}

/// The differences that no agenda has, what the next meeting is to settle, and what there is to do at a meeting.
fn of_next_meeting(log: &Log, now: Moment, counted: &Counted) -> Vec<Advice> {
    let points = agenda::points(log, now);
    let planned = points.iter().filter(|one| one.is_open && one.is_ahead);
    let planned = planned.count();
    let differing = open_number(log).max(counted.coming);
    let unplanned = differing.saturating_sub(planned);
    let settle = (unplanned > 0).then_some(Advice::Settle(unplanned));
    let plan = (planned > 0).then(|| Advice::Agenda(planned, agenda::next_meeting(log, now)));
    let runs = counted.runs_meetings.then(|| of_meeting(log, now));
    [settle, plan, runs.flatten()]
        .into_iter()
        .flatten()
        .collect()
}

/// The first decision that somebody has not replied to in time.
fn silent(log: &Log, todos: &[Todo], today: NaiveDate) -> Option<Advice> {
    let asked = todos.iter().filter_map(|todo| match &todo.item {
        Item::Replies(decision) => Some(decision.clone()),
        _ => None,
    });
    let mut late = asked.filter(|one| is_late(&Form::new(log, one.clone()), today));
    late.next().map(Advice::Silent)
}

/// What a project needs before anything else.
fn begun(log: &Log) -> Vec<Advice> {
    let goal = FieldKey::of(charter::GOAL_STATEMENT.name);
    let has_no_goal = log.value(&charter::record(), &goal).is_empty();
    let has_none = |kind: &str| log.rows(kind).is_empty();
    let needs = [
        has_no_goal.then_some(Advice::Goal),
        has_none(member::KIND).then_some(Advice::People),
        has_none(task::KIND).then_some(Advice::Plan),
    ];
    needs.into_iter().flatten().collect()
}

/// What waits for a decision: rulings alone where resources are shared, else of several sorts.
fn decide(deciding: usize, rulings: &[&Item], is_sharing: bool) -> Advice {
    let is_of_resources = |item: &&Item| matches!(item, Item::Clash(_) | Item::Work(_));
    let all = deciding + rulings.len();
    match is_sharing && deciding == 0 && rulings.iter().all(is_of_resources) {
        true => Advice::Rule(all, rulings.iter().any(|one| matches!(one, Item::Clash(_)))),
        false => Advice::Decide(all, rulings.is_empty()),
    }
}

/// What the project lead does at the end of a project: its closing is begun once all tasks are over and every metric
/// can be measured, and then it is closed.
fn towards_closing(log: &Log, today: NaiveDate) -> Option<Advice> {
    let form = Form::new(log, settings::record());
    let status = status_of(&form);
    let is = |choice: Choice| status == choice.key;
    if is(settings::CLOSING) {
        return Some(Advice::Closing(closing_lacks(log))).filter(|one| *one != Advice::Closing(0));
    }
    let tasks = form.all(task::KIND);
    let is_over = !tasks.is_empty() && !tasks.iter().any(task::is_open);
    if !is_over || !(is(settings::RUNNING) || is(settings::OBSERVING)) {
        return None;
    }
    let waits = is_any_window_open(log, today);
    match is(settings::RUNNING) {
        true if waits => Some(Advice::Observe),
        false if waits => None,
        _ => Some(Advice::WrapUp),
    }
}

/// So many working days before a meeting everybody is asked for progress.
const ASKED_BEFORE: i64 = 2;

/// What a meeting asks of whoever runs it: to be opened on its day, and to be released once it was held.
fn of_meeting(log: &Log, now: Moment) -> Option<Advice> {
    let held = meeting_at_hand(log, now.date_naive())?;
    match held.state {
        MeetingState::Running => Some(Advice::Meeting),
        MeetingState::Ahead if held.day == now.date_naive() => Some(Advice::Meeting),
        MeetingState::Held => {
            let records = held.review.iter().chain([&held.minutes]);
            let lacking = records.flat_map(|record| missing(log, record, Gate::Release, now));
            Some(Advice::Release(lacking.count()))
        }
        _ => None,
    }
}

/// Whether the next regular meeting is near, tasks run, and nobody was asked how far they have come since the last one.
fn is_to_ask(log: &Log, now: Moment, asked_ms: Option<i64>) -> bool {
    let today = now.date_naive();
    let form = Form::new(log, settings::record());
    if status_of(&form) != settings::RUNNING.key {
        return false;
    }
    let (round, tasks) = running_tasks(log, today);
    let calendar = calendar_of(&form);
    let is_near = round
        .next
        .is_some_and(|next| next > today && calendar.moved_days(today, next) <= ASKED_BEFORE);
    let since = round.since.and_local_timezone(*now.offset()).single();
    let is_asked = asked_ms
        .zip(since)
        .is_some_and(|(asked, since)| asked > since.timestamp_millis());
    is_near && !is_asked && tasks.iter().any(|one| !one.is_updated)
}

/// Whether it waits for a ruling or an approval of this person.
fn is_ruling(log: &Log, item: &Item, leads: bool) -> bool {
    let waits = [
        resource_request::SUBMITTED.key,
        resource_request::COORDINATING.key,
    ];
    match item {
        Item::Approval(_) | Item::Clash(_) => true,
        Item::Work(record) if leads && record.kind() == resource_request::KIND => {
            waits.contains(&status_of(&Form::new(log, record.clone())).as_str())
        }
        _ => false,
    }
}
