//! A move that is not written yet: what it makes of a task, what it entails, how it is said.

use crate::analysis::standing::schedule::{
    DateShift, MayNot, Move, Proposal, Schedule, may_shift, propose, shifted,
};
use crate::analysis::words::codes::display_code;
use crate::analysis::words::names::bare_name;
use crate::model::RecordId;
use crate::model::log::Log;
use crate::model::template::{Label, Lang};
use crate::ui::gantt::day_said;
use crate::ui::texts;
use chrono::NaiveDate;

/// A move that is being made.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Moving {
    pub(super) place: u32,
    pub(in super::super) what: DateShift,
    /// Its dates before.
    pub(in super::super) from: (NaiveDate, NaiveDate),
    pub(in super::super) to: Move,
    /// Other tasks that go along by as many working days, by their places in the plan, and where they would lie.
    along: Vec<(u32, Move)>,
    pub(super) proposal: Proposal,
    pub(super) allows_rest: bool,
    /// Working days by which the keys have moved it.
    pub(super) steps: i32,
}

impl Moving {
    /// Begins: the task stands where it stood, and so do the others that go along, as far as they may.
    pub(super) fn begin(
        schedule: &Schedule,
        place: u32,
        what: DateShift,
        others: &[u32],
    ) -> Option<Self> {
        let stays = |place: u32| shifted(schedule, place, what, 0);
        let to = stays(place)?;
        let others = others
            .iter()
            .filter(|other| **other != place && may_shift(schedule, **other, what).is_ok());
        Some(Self {
            place,
            what,
            from: (to.first, to.last),
            to,
            along: others
                .filter_map(|other| Some((*other, stays(*other)?)))
                .collect(),
            proposal: Proposal::default(),
            allows_rest: false,
            steps: 0,
        })
    }

    /// The same with other dates.
    pub(super) fn put(mut self, schedule: &Schedule, to: Move) -> Self {
        self.to = to;
        let by = self.by(schedule);
        for (place, along) in &mut self.along {
            if let Some(to) = shifted(schedule, *place, self.what, by) {
                *along = to;
            }
        }
        self.proposal = propose(schedule, &self.moves());
        self
    }

    /// The moves themselves, without what they entail.
    pub(super) fn moves(&self) -> Vec<Move> {
        let along = self.along.iter().map(|(_, to)| to);
        std::iter::once(&self.to).chain(along).cloned().collect()
    }

    /// How many tasks are moved together.
    pub(in super::super) fn count(&self) -> usize {
        self.along.len() + 1
    }

    /// Whether anything would change.
    pub(super) fn is_nothing(&self) -> bool {
        self.from == (self.to.first, self.to.last)
    }

    /// Where a task would lie; nothing where it stays.
    pub(in super::super) fn dates_of(&self, record: &RecordId) -> Option<(NaiveDate, NaiveDate)> {
        let along = self.along.iter().map(|(_, to)| to);
        let mut moved = std::iter::once(&self.to).chain(along);
        if let Some(to) = moved.find(|to| to.task == *record) {
            return Some((to.first, to.last));
        }
        let mut entailed = self.proposal.entailed.iter();
        entailed.find(|one| one.task == *record).map(|one| one.to)
    }

    /// The day on which the edge that is moved lies now.
    pub(in super::super) fn edge(&self) -> NaiveDate {
        match self.what {
            DateShift::Due => self.to.last,
            DateShift::Whole | DateShift::Start => self.to.first,
        }
    }

    /// Working days by which the moved edge goes; negative: earlier.
    pub(super) fn by(&self, schedule: &Schedule) -> i32 {
        match self.what {
            DateShift::Start => schedule.work_days_between(self.from.0, self.to.first),
            DateShift::Due | DateShift::Whole => {
                schedule.work_days_between(self.from.1, self.to.last)
            }
        }
    }

    /// 截止 04-28，晚 2 个工作日
    pub(super) fn said_shortly(&self, schedule: &Schedule, lang: Lang) -> String {
        let (label, day) = match self.what {
            DateShift::Start => (texts::gantt::STEP_START, self.to.first),
            DateShift::Due | DateShift::Whole => (texts::gantt::STEP_DUE, self.to.last),
        };
        let mut said = vec![texts::fill(label, lang, &[("day", &spoken(day, lang))])];
        said.extend(later_said(self.by(schedule), lang));
        let edges = [self.to.first, self.to.last];
        if self.allows_rest && edges.into_iter().any(|day| schedule.is_rest_day(day)) {
            said.push(texts::gantt::ON_REST_DAYS.text(lang).to_owned());
        }
        said.join(texts::gantt::SAID_COMMA.text(lang))
    }

    /// The same with what it does to others: said at every step, and beside the ghost.
    pub(in super::super) fn said(&self, log: &Log, schedule: &Schedule, lang: Lang) -> String {
        let mut said = self.said_shortly(schedule, lang);
        said += texts::gantt::SAID_STOP.text(lang);
        said += texts::sentence_gap(lang);
        let mut effect = match self.proposal.entailed.len() {
            0 => vec![texts::gantt::STEP_NOTHING.text(lang).to_owned()],
            n => vec![texts::fill(
                texts::gantt::ENTAILED,
                lang,
                &[("n", &n.to_string())],
            )],
        };
        effect.extend(self.proposal.milestones.iter().map(|(milestone, days)| {
            let name = bare_name(log, milestone, lang);
            let places = [("name", &*name), ("n", &*days.to_string())];
            texts::fill(texts::gantt::STEP_MILESTONE, lang, &places)
        }));
        effect.extend(self.proposal.stuck.iter().map(|stuck| {
            let code = display_code(log, &stuck.task);
            let places = [("code", &*code), ("n", &*stuck.days.to_string())];
            texts::fill(texts::gantt::STUCK, lang, &places)
        }));
        said + &effect.join(texts::gantt::SAID_COMMA.text(lang))
            + texts::gantt::SAID_STOP.text(lang)
    }
}

/// A day with its weekday: 04-28 周二, Tuesday 28 April.
pub(super) fn spoken(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            const DAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
            let at = chrono::Datelike::weekday(&day).num_days_from_monday() as usize;
            format!("{} {}", day_said(day, lang), DAYS[at])
        }
        Lang::En => day.format("%A %-d %B").to_string(),
    }
}

/// 晚 2 个工作日
pub(super) fn later_said(by: i32, lang: Lang) -> Option<String> {
    let n = by.abs().to_string();
    match by {
        0 => None,
        1.. => Some(texts::fill(texts::gantt::STEP_LATER, lang, &[("n", &n)])),
        _ => Some(texts::fill(texts::gantt::STEP_EARLIER, lang, &[("n", &n)])),
    }
}

/// Why a task keeps its dates.
pub(super) fn may_not_said(why: MayNot) -> Label {
    match why {
        MayNot::Fixed => texts::gantt::IS_FIXED,
        MayNot::Done => texts::gantt::IS_DONE,
        MayNot::Cancelled => texts::gantt::IS_CANCELLED,
        MayNot::Started => texts::gantt::HAS_STARTED,
        MayNot::Undated => texts::gantt::HAS_NO_DATES,
    }
}
