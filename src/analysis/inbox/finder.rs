//! Finds what waits for a person, part by part, in the order in which it is shown.

use super::decisions::{self, replies_for};
use super::differences::open_number;
use super::kept_part::{kept, kept_rows};
use super::looking_back::{contribution_asked, feedback_asked, metrics_asked};
use super::noting::noting;
use super::opinions::{open_exceptions, opinions_asked, opinions_to_answer, rollout_asked};
use super::own_cards::{given, to_assess, to_look_again, unexplained};
use super::own_work::{own_tasks, waits};
use super::request;
use super::requests::{clashes_to_rule, requests_to_answer};
use super::risks::to_look_at;
use super::said::{kept_goals, open_dates, open_objections, open_remarks};
use super::todos::{Item, Todo};
use super::updates::asked_of;
use crate::analysis::goal::answers::{Answer, duties_answer, goal_answer};
use crate::analysis::goal::dates::tasks_answer;
use crate::analysis::goal::stays::dates_stay;
use crate::analysis::people::strangers::strangers;
use crate::analysis::people::suggestion::{Suggestion, declined_of, waiting_for};
use crate::analysis::people::who::People;
use crate::analysis::standing::feedback::unanswered;
use crate::analysis::standing::left_over::to_take_over;
use crate::analysis::standing::plan_changes::to_approve;
use crate::analysis::time::case_clock::own_steps;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{action, coming_up, member};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Gathers what waits, in the order in which it is shown.
pub(super) struct Finder<'a> {
    pub(super) log: &'a Log,
    pub(super) form: Form<'a>,
    pub(super) people: Rc<People>,
    pub(super) me: &'a RecordId,
    pub(super) requests: &'a [String],
    pub(super) today: NaiveDate,
    /// Whether nothing but what a file can ask is looked for: it is looked for of everybody.
    pub(super) only_asked: bool,
    pub(super) all: Vec<Todo>,
    /// What a card of its own tells, so that it does not come up a second time as work.
    pub(super) handled: BTreeSet<RecordId>,
}

impl Finder<'_> {
    fn asks(&self, key: &str) -> bool {
        self.requests.iter().any(|request| request == key)
    }

    /// A part that is found again when anything it was read from changes.
    fn part<T: Clone + 'static>(
        &self,
        name: &'static str,
        by_file: bool,
        find: impl FnOnce(&People) -> T,
    ) -> T {
        let find = || find(&People::shared(&self.form));
        // What one person owes is kept as a whole: there are thousands of people, and nobody types for all of them.
        if self.only_asked {
            return find();
        }
        kept(self.log, (self.me.clone(), name, by_file), self.today, find)
    }

    fn push(&mut self, item: Item, answer: Answer) {
        self.all.push(Todo { item, answer });
    }

    fn open(&mut self, items: impl IntoIterator<Item = Item>) {
        for item in items {
            self.push(item, Answer::Open);
        }
    }

    /// What a file can ask, and what comes among it; the open tasks of the person.
    pub(super) fn asked(&mut self) -> Vec<RecordId> {
        self.role();
        let own = own_tasks(self.log, self.me);
        self.questions(&own);
        self.asked_with_the_project();
        self.closing();
        own
    }

    /// What a role and a department bring: the letters, the goal, the duties.
    fn role(&mut self) {
        let (log, me) = (self.log, self.me);
        let asked = self.asks(request::KNOW);
        let known = kept(log, (me.clone(), "noting"), (), || noting(log, me));
        if let Some(known) = known.filter(|one| asked || !one.answer.is_done()) {
            self.push(Item::Know(me.clone()), known.answer);
        }
        let records = self.people.records(me);
        let mut own_records = records.iter().map(|record| self.form.other(record.clone()));
        let home = self
            .form
            .get(member::DEPARTMENT)
            .or_else(|| own_records.find_map(|record| record.get(member::DEPARTMENT)));
        let Some(department) = home else {
            return;
        };
        if self.asks(request::GOAL) {
            let answer = goal_answer(log, &department);
            self.push(Item::Goal(department.clone()), answer);
        }
        if self.asks(request::DUTIES) {
            let answer = duties_answer(log, &department, me);
            self.push(Item::Duties(department), answer);
        }
    }

    /// What is answered where it stands: dates, progress, actions, causes, risks, decisions, drafts, requests.
    fn questions(&mut self, own: &[RecordId]) {
        let (log, me, today) = (self.log, self.me, self.today);
        if self.asks(request::TASKS) && !own.is_empty() {
            self.push(Item::Tasks(own.to_vec()), tasks_answer(log, own));
        }
        let by_file = self.asks(request::PROGRESS);
        let (told, open) = asked_of(log, me, by_file, today).unwrap_or_default();
        if !told.is_empty() {
            self.handled.extend(told.iter().cloned());
            self.push(Item::Progress(told), told_or_open(open));
        }
        if self.asks(request::ACTIONS)
            && let Some((actions, answer)) = given(log, me)
        {
            self.handled.extend(actions.iter().cloned());
            self.push(Item::Actions(actions), answer);
        }
        if !self.only_asked {
            let late = unexplained(log, me);
            self.open((!late.is_empty()).then_some(Item::Causes(late)));
        }
        let by_file = self.asks(request::RISKS);
        let risks = self.part("risks", by_file, |_| to_look_at(log, me, by_file, today));
        if let Some((risks, open)) = risks {
            self.push(Item::Risks(risks), told_or_open(open));
        }
        let by_file = self.asks(request::DECISIONS);
        let asked = self.part("decisions", by_file, |_| {
            decisions::asked_of(log, me, by_file)
        });
        if let Some((asked, answer)) = asked {
            let me = me.clone();
            self.push(Item::Decisions { me, asked }, answer);
        }
        if let Some((asked, answer)) = opinions_asked(log, me, self.asks(request::OPINIONS)) {
            let me = me.clone();
            self.push(Item::Opinions { me, asked }, answer);
        }
        if let Some((mine, answer)) = rollout_asked(log, me, self.asks(request::ROLLOUT)) {
            self.push(Item::Rollout(mine), answer);
        }
        if !self.only_asked {
            let people = &People::shared(&self.form);
            let said = opinions_to_answer(log, people, me, today).into_iter();
            self.open(said.map(Item::OpinionsToAnswer));
        }
        let asked = requests_to_answer(log, me);
        self.handled.extend(asked.iter().cloned());
        self.open((!asked.is_empty()).then_some(Item::Requests(asked)));
    }

    /// Changes to assess and approve, a stand-in to name, steps of a problem that is solved together.
    fn asked_with_the_project(&mut self) {
        let (log, me) = (self.log, self.me);
        let by_file = self.asks(request::ASSESS);
        let changes = self.part("changes", by_file, |_| to_assess(log, me, by_file));
        if let Some((changes, answer)) = changes {
            self.push(Item::Assessments(changes), answer);
        }
        if self.asks(request::BACKUP) {
            let answer = match self.form.has(member::BACKUP_PERSON.name) {
                true => Answer::Agreed,
                false => Answer::Open,
            };
            self.push(Item::Backup(me.clone()), answer);
        }
        if self.only_asked {
            return;
        }
        let steps = self.part("steps", false, |people| own_steps(log, people, me));
        self.open(steps.into_iter().map(Item::Case));
        let today = self.today;
        let waiting = self.part("approvals", false, |_| to_approve(log, me, today));
        self.open(waiting.into_iter().map(Item::Approval));
    }

    /// What the end of a project asks, and decisions that somebody objects to.
    fn closing(&mut self) {
        let (log, me, today) = (self.log, self.me, self.today);
        let people = Rc::clone(&self.people);
        let by_file = self.asks(request::FEEDBACK);
        if let Some((record, answer)) = feedback_asked(log, &people, me, by_file) {
            self.push(Item::Feedback(record), answer);
        }
        if !self.only_asked {
            let replies = self.part("replies", false, |people| {
                replies_for(log, people, me, today)
            });
            self.open(replies.into_iter().map(Item::Replies));
        }
        let by_file = self.asks(request::CONTRIBUTION);
        if let Some((department, answer)) = contribution_asked(log, me, by_file) {
            self.push(Item::Contribution(department), answer);
        }
        let by_file = self.asks(request::METRICS);
        if let Some((metrics, open)) = metrics_asked(log, me, by_file, today) {
            self.push(Item::Metrics(metrics), told_or_open(open));
        }
        if !self.only_asked {
            let left = to_take_over(log, &people, me);
            self.open((!left.is_empty()).then_some(Item::TakeOver(left)));
        }
    }

    /// What the project lead alone settles.
    pub(super) fn of_lead(&mut self) {
        let (log, me, today) = (self.log, self.me, self.today);
        let open = unanswered(log);
        self.open((!open.is_empty()).then_some(Item::Improvements(open)));
        let differing = open_number(log);
        self.open((differing > 0).then_some(Item::Differences(differing)));
        self.open(open_exceptions(log).into_iter().map(Item::RolloutException));
        for clash in kept(log, "clashes", today, || clashes_to_rule(log)) {
            self.handled.extend(clash.iter().cloned());
            self.push(Item::Clash(clash), Answer::Open);
        }
        self.open(strangers(log).into_iter().map(Item::Stranger));
        let objecting = kept(log, "objections", today, || open_objections(log));
        self.open(objecting.into_iter().map(Item::Objection));
        let dates = open_dates(log, me);
        self.open(dates.into_iter().map(Item::Dates));
        let remarks = self.part("remarks", false, |people| open_remarks(log, people, me));
        self.open(remarks.into_iter().map(Item::Remark));
    }

    /// What is to be looked at again, and the answers to what one said oneself.
    pub(super) fn answers(&mut self, own: &[RecordId]) {
        let (log, me, today) = (self.log, self.me, self.today);
        let again = self.part("again", false, |people| {
            to_look_again(log, people, me, today)
        });
        self.open(again.into_iter().map(Item::LookAgain));
        let records = |all: Vec<Suggestion>| all.into_iter().map(|one| one.record).collect();
        let waiting: Vec<RecordId> = self.part("suggested", false, |people| {
            records(waiting_for(log, people, me))
        });
        self.open(waiting.into_iter().map(Item::Suggestion));
        let declined: Vec<RecordId> =
            self.part("declined", false, |_| records(declined_of(log, me)));
        self.open(declined.into_iter().map(Item::Declined));
        let find = || {
            let staying = own.iter().filter(|task| dates_stay(log, task).is_some());
            staying.cloned().collect::<Vec<_>>()
        };
        let staying = kept(log, (me.clone(), own.to_vec()), today, find);
        self.open(staying.into_iter().map(Item::DatesStay));
        let people = Rc::clone(&self.people);
        self.open(
            kept_goals(log, &people, me, today)
                .into_iter()
                .map(Item::GoalStays),
        );
    }

    /// Work of every form that says it is some, but for what a card told.
    pub(super) fn work(&mut self) {
        let (log, me, today) = (self.log, self.me, self.today);
        for (template, work) in coming_up() {
            let mine = me.clone();
            let waits = move |one: &Form<'_>| {
                let is_given = template.kind != action::KIND || action::is_given(one);
                is_given && waits(work, &People::shared(one), one, &mine, today)
            };
            let mut found = kept_rows(log, template.kind, (me.clone(), "work"), today, waits);
            found.retain(|record| !self.handled.contains(record));
            self.open(found.into_iter().map(Item::Work));
        }
    }
}

/// How a card of several rows stands of which so many are open.
const fn told_or_open(open: usize) -> Answer {
    match open {
        0 => Answer::Agreed,
        _ => Answer::Open,
    }
}
