//! What can wait for a person, and under which request of a file.

use super::request;
use crate::model::id::RecordId;

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
