//! 我的待办: what waits for one person, the questions of a file first, then their own work (ux.md §2.9).

use super::decisions::{self, replies_for};
use super::differences::open_number;
use super::kept_part::kept;
use super::looking_back::{contribution_asked, feedback_asked, metrics_asked};
use super::noting::noting;
use super::opinions::{open_exceptions, opinions_asked, opinions_to_answer, rollout_asked};
use super::own_cards::{given, to_assess, to_look_again, unexplained};
pub use super::own_work::next_due;
use super::own_work::{own_tasks, waits};
pub use super::request;
use super::requests::{clashes_to_rule, requests_to_answer};
use super::risks::to_look_at;
use super::said::{kept_goals, open_dates, open_objections, open_remarks};
use super::updates::asked_of;
use crate::analysis::goal::answers::{Answer, duties_answer, goal_answer};
use crate::analysis::goal::dates::tasks_answer;
use crate::analysis::goal::stays::dates_stay;
use crate::analysis::people::strangers::strangers;
use crate::analysis::people::suggestion::{declined_of, waiting_for};
use crate::analysis::people::who::{People, holds};
use crate::analysis::standing::feedback::unanswered;
use crate::analysis::standing::left_over::to_take_over;
use crate::analysis::standing::plan_changes::to_approve;
use crate::analysis::time::case_clock::own_steps;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{action, charter, coming_up, member, settings};
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeSet;

/// One thing that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    /// One's letters in the role table and the communication rules: the person's own record.
    Know(RecordId),
    /// The goal, to be confirmed for a department.
    Goal(RecordId),
    /// The duties of a department, to be confirmed.
    Duties(RecordId),
    /// The dates of one's own tasks.
    Tasks(Vec<RecordId>),
    /// How far those of one's tasks have come that are worked on.
    Progress(Vec<RecordId>),
    /// Why one's tasks were finished late.
    Causes(Vec<RecordId>),
    /// What was given to one in a meeting, to be noted.
    Actions(Vec<RecordId>),
    /// Changes of the plan that one's department is asked about.
    Assessments(Vec<RecordId>),
    /// What is looked at again on its day: a decision, a lesson.
    LookAgain(RecordId),
    /// Resource requests that one's department is asked about.
    Requests(Vec<RecordId>),
    /// Resource requests that clash, which the project lead rules on together.
    Clash(Vec<RecordId>),
    /// The decisions that one is asked to reply to.
    Decisions {
        /// Whose replies they are.
        me: RecordId,
        asked: Vec<RecordId>,
    },
    /// Drafts that one's department is asked about.
    Opinions {
        /// For whose departments that is.
        me: RecordId,
        asked: Vec<RecordId>,
    },
    /// A draft of which the opinions wait for this person's answers.
    OpinionsToAnswer(RecordId),
    /// The departments of which one says how far the new rule is kept.
    Rollout(Vec<RecordId>),
    /// An exception to the new rule that the project lead grants or refuses.
    RolloutException(RecordId),
    /// A decision to which somebody objects, or has not replied in time.
    Replies(RecordId),
    /// A change of the plan that this person approves or refuses.
    Approval(RecordId),
    /// The step of a problem whose clock runs and which is this person's: its issue.
    Case(RecordId),
    /// Whether the risks that one watches have changed.
    Risks(Vec<RecordId>),
    /// Who takes over in one's absence: the person's own record.
    Backup(RecordId),
    /// How the work went: the person's own feedback.
    Feedback(RecordId),
    /// What a department contributed, in a line of the report.
    Contribution(RecordId),
    /// What was reached: metrics that this person measures.
    Metrics(Vec<RecordId>),
    /// What is left over of the project and this person is to take on.
    TakeOver(Vec<RecordId>),
    /// What feedback suggests and nobody has answered: those feedbacks.
    Improvements(Vec<RecordId>),
    /// So many places differ, which the project lead settles or takes to the meeting.
    Differences(usize),
    /// A department objects to the goal.
    Objection(RecordId),
    /// The dates of a task are to be changed, and nobody said to what.
    Dates(RecordId),
    /// The dates of a task stay, although this person wanted others.
    DatesStay(RecordId),
    /// The goal stays, although this person's department objected.
    GoalStays(RecordId),
    /// A remark of somebody, on anything.
    Remark(RecordId),
    /// A suggestion of this person's that was answered with no.
    Declined(RecordId),
    /// Somebody who signs with that name is not on the list: the project lead is asked who on it they are.
    Stranger(String),
    /// Work of any form, when it is this person's turn.
    Work(RecordId),
    /// A suggestion to what this person is responsible for.
    Suggestion(RecordId),
}

impl Item {
    /// Whether it is answered where it stands: what a file asks, and how far one's tasks have come.
    pub const fn is_question(&self) -> bool {
        self.request().is_some()
    }

    /// The key under which a file asks for it.
    pub const fn request(&self) -> Option<&'static str> {
        match self {
            Self::Know(_) => Some(request::KNOW),
            Self::Goal(_) => Some(request::GOAL),
            Self::Duties(_) => Some(request::DUTIES),
            Self::Tasks(_) => Some(request::TASKS),
            Self::Progress(_) => Some(request::PROGRESS),
            Self::Actions(_) => Some(request::ACTIONS),
            Self::Requests(_) => Some(request::ANSWERS),
            Self::Assessments(_) => Some(request::ASSESS),
            Self::Decisions { .. } => Some(request::DECISIONS),
            Self::Risks(_) => Some(request::RISKS),
            Self::Opinions { .. } => Some(request::OPINIONS),
            Self::Rollout(_) => Some(request::ROLLOUT),
            Self::Backup(_) => Some(request::BACKUP),
            Self::Feedback(_) => Some(request::FEEDBACK),
            Self::Contribution(_) => Some(request::CONTRIBUTION),
            Self::Metrics(_) => Some(request::METRICS),
            _ => None,
        }
    }

    /// Whether a file with these requests asks for it.
    pub fn is_asked_by(&self, requests: &[String]) -> bool {
        let key = self.request();
        key.is_some_and(|key| requests.iter().any(|request| request == key))
    }
}

/// One thing that waits, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    pub item: Item,
    /// How it stands.
    pub answer: Answer,
}

/// What waits for a person. `requests` are the keys of what files ask of them.
pub fn todos(log: &Log, me: &RecordId, requests: &[String], today: NaiveDate) -> Vec<Todo> {
    let of = (me.clone(), requests.to_vec());
    let find = || find_todos(log, me, requests, today);
    kept(log, of, today, find)
}

fn find_todos(log: &Log, me: &RecordId, requests: &[String], today: NaiveDate) -> Vec<Todo> {
    let form = Form::new(log, me.clone());
    // Nobody writes in a project that is closed.
    if settings::is_closed(&form) {
        return Vec::new();
    }
    let people = People::shared(&form);
    let mut all: Vec<Todo> = Vec::new();
    let asks = |key: &str| requests.iter().any(|request| request == key);
    let records = people.records(me);
    let mut own_records = records.iter().map(|record| form.other(record.clone()));
    let home = form
        .get(member::DEPARTMENT)
        .or_else(|| own_records.find_map(|record| record.get(member::DEPARTMENT)));
    let mut push = |item, answer| all.push(Todo { item, answer });
    let known = noting(log, me).filter(|one| asks(request::KNOW) || !one.answer.is_done());
    if let Some(known) = known {
        push(Item::Know(me.clone()), known.answer);
    }
    if let Some(department) = home {
        if asks(request::GOAL) {
            push(
                Item::Goal(department.clone()),
                goal_answer(log, &department),
            );
        }
        if asks(request::DUTIES) {
            let answer = duties_answer(log, &department, me);
            push(Item::Duties(department), answer);
        }
    }
    let find = || own_tasks(log, &People::shared(&form), me);
    let own = kept(log, (me.clone(), "own tasks"), today, find);
    if asks(request::TASKS) && !own.is_empty() {
        let answer = tasks_answer(log, &own);
        push(Item::Tasks(own.clone()), answer);
    }
    let by_file = asks(request::PROGRESS);
    let find = || asked_of(log, &People::shared(&form), me, by_file, today);
    let asked = kept(log, (me.clone(), by_file), today, find);
    let (told, open) = asked.unwrap_or_default();
    if !told.is_empty() {
        push(Item::Progress(told.clone()), told_or_open(open));
    }
    let mut handled = Vec::new();
    if let Some((actions, answer)) = given(log, &people, me).filter(|_| asks(request::ACTIONS)) {
        handled.extend(actions.iter().cloned());
        push(Item::Actions(actions), answer);
    }
    let late = unexplained(log, &people, me);
    if !late.is_empty() {
        push(Item::Causes(late), Answer::Open);
    }
    let risks = to_look_at(log, &people, me, asks(request::RISKS), today);
    if let Some((risks, open)) = risks {
        push(Item::Risks(risks), told_or_open(open));
    }
    if let Some((asked, answer)) = decisions::asked_of(log, me, asks(request::DECISIONS)) {
        let me = me.clone();
        push(Item::Decisions { me, asked }, answer);
    }
    if let Some((asked, answer)) = opinions_asked(log, me, asks(request::OPINIONS)) {
        let me = me.clone();
        push(Item::Opinions { me, asked }, answer);
    }
    if let Some((mine, answer)) = rollout_asked(log, me, asks(request::ROLLOUT)) {
        push(Item::Rollout(mine), answer);
    }
    for consultation in opinions_to_answer(log, &people, me, today) {
        push(Item::OpinionsToAnswer(consultation), Answer::Open);
    }
    let requests_asked = requests_to_answer(&form, me);
    if !requests_asked.is_empty() {
        handled.extend(requests_asked.iter().cloned());
        push(Item::Requests(requests_asked), Answer::Open);
    }
    if let Some((changes, answer)) = to_assess(log, me, asks(request::ASSESS)) {
        push(Item::Assessments(changes), answer);
    }
    if asks(request::BACKUP) {
        let answer = if form.has(member::BACKUP_PERSON.name) {
            Answer::Agreed
        } else {
            Answer::Open
        };
        push(Item::Backup(me.clone()), answer);
    }
    for issue in own_steps(log, &people, me) {
        push(Item::Case(issue), Answer::Open);
    }
    for change in to_approve(log, me, today) {
        push(Item::Approval(change), Answer::Open);
    }
    if let Some((record, answer)) = feedback_asked(log, &people, me, asks(request::FEEDBACK)) {
        push(Item::Feedback(record), answer);
    }
    for decision in replies_for(log, &people, me, today) {
        push(Item::Replies(decision), Answer::Open);
    }
    if let Some((department, answer)) = contribution_asked(log, me, asks(request::CONTRIBUTION)) {
        push(Item::Contribution(department), answer);
    }
    if let Some((metrics, open)) = metrics_asked(log, &people, me, asks(request::METRICS), today) {
        push(Item::Metrics(metrics), told_or_open(open));
    }
    let left = to_take_over(log, &people, me);
    if !left.is_empty() {
        push(Item::TakeOver(left), Answer::Open);
    }
    if holds(&form, me, member::LEAD, None) {
        let open = unanswered(log);
        if !open.is_empty() {
            push(Item::Improvements(open), Answer::Open);
        }
        let differing = open_number(log);
        if differing > 0 {
            push(Item::Differences(differing), Answer::Open);
        }
        for exception in open_exceptions(log) {
            push(Item::RolloutException(exception), Answer::Open);
        }
        for clash in kept(log, "clashes", today, || clashes_to_rule(log)) {
            handled.extend(clash.iter().cloned());
            push(Item::Clash(clash), Answer::Open);
        }
        for name in strangers(log) {
            push(Item::Stranger(name), Answer::Open);
        }
        for department in kept(log, "objections", today, || open_objections(log)) {
            push(Item::Objection(department), Answer::Open);
        }
        let find = || open_dates(log, &People::shared(&form), me);
        for task in kept(log, (me.clone(), "dates"), today, find) {
            push(Item::Dates(task), Answer::Open);
        }
        for remark in open_remarks(log, &people, me) {
            push(Item::Remark(remark), Answer::Open);
        }
    }
    for record in to_look_again(log, &people, me, today) {
        push(Item::LookAgain(record), Answer::Open);
    }
    for suggestion in waiting_for(log, &people, me) {
        push(Item::Suggestion(suggestion.record), Answer::Open);
    }
    for suggestion in declined_of(log, me) {
        push(Item::Declined(suggestion.record), Answer::Open);
    }
    let find = || {
        let staying = own.iter().filter(|task| dates_stay(log, task).is_some());
        staying.cloned().collect::<Vec<_>>()
    };
    for task in kept(log, (me.clone(), own.clone()), today, find) {
        push(Item::DatesStay(task), Answer::Open);
    }
    for department in kept_goals(log, &people, me, today) {
        push(Item::GoalStays(department), Answer::Open);
    }
    let told: BTreeSet<RecordId> = told.into_iter().chain(handled).collect();
    for (template, work) in coming_up() {
        let find = || {
            let people = People::shared(&form);
            let waits = |record: &RecordId| {
                let one = form.other(record.clone());
                let is_given = template.kind != action::KIND || action::is_given(&one);
                is_given && waits(work, &people, &one, me, today)
            };
            let rows = log.rows(template.kind).into_iter();
            rows.filter(waits).collect::<Vec<_>>()
        };
        for record in kept(log, (me.clone(), template.kind), today, find) {
            if !told.contains(&record) {
                push(Item::Work(record), Answer::Open);
            }
        }
    }
    all
}

/// How a card of several rows stands of which so many are open.
const fn told_or_open(open: usize) -> Answer {
    match open {
        0 => Answer::Agreed,
        _ => Answer::Open,
    }
}

/// How many things wait for a person.
pub fn open_count(todos: &[Todo]) -> usize {
    todos.iter().filter(|todo| !todo.answer.is_done()).count()
}

/// Until when an answer is asked for unless somebody says otherwise: two working days from now, at 18:00.
pub fn answer_by(log: &Log, now: Moment) -> Moment {
    let day = calendar_of(&Form::new(log, charter::record()))
        .add_working_days(now.date_naive(), 2)
        .unwrap_or(now.date_naive());
    evening_of(day, now)
}

/// The evening of a day at 18:00, where the clock of `now` stands.
pub(super) fn evening_of(day: NaiveDate, now: Moment) -> Moment {
    let evening = day.and_time(NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default());
    evening
        .and_local_timezone(*now.offset())
        .single()
        .unwrap_or(now)
}
