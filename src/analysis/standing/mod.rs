//! How it stands: progress and health, what is due, what work waits for, whose load is too much, what came before,
//! what matters now and where everything lies in time.

pub mod boundaries;
pub mod by_department;
pub mod case_ahead;
pub mod closing;
pub mod consultations;
pub mod due;
pub mod entitled;
pub mod exposure;
pub mod feedback;
pub mod feedback_order;
pub mod gate_review;
pub mod gates_ahead;
pub mod health;
pub mod history;
pub mod kept_board;
pub mod left_over;
pub mod load;
pub mod load_board;
pub mod matters;
pub mod opinions_ahead;
pub mod outlook;
pub mod plan_changes;
pub mod plan_view;
pub mod possible_handovers;
pub mod readiness;
pub mod report;
pub mod rollout;
pub mod schedule;
pub mod six_steps;
pub mod timeline;
