//! The departments that the presets know, and the names by which they are recognised.

use super::{Desk, DeskRow};
use crate::model::template::Label;
use crate::templates::department;

/// All of them, in the order in which they are proposed.
pub const DESKS: &[DeskRow] = &[
    DeskRow {
        desk: Desk::Development,
        name: Label::new("研发部", "R&D"),
        participation: department::PARTICIPATE,
        known_by: "研发 技术 开发 产品研 r&d development engineering",
    },
    DeskRow {
        desk: Desk::Marketing,
        name: Label::new("市场部", "Marketing"),
        participation: department::PARTICIPATE,
        known_by: "市场 品牌 推广 marketing",
    },
    DeskRow {
        desk: Desk::Sales,
        name: Label::new("销售部", "Sales"),
        participation: department::PARTICIPATE,
        known_by: "销售 渠道 sales",
    },
    DeskRow {
        desk: Desk::Finance,
        name: Label::new("财务部", "Finance"),
        participation: department::SUPPORT,
        known_by: "财务 finance accounting",
    },
    DeskRow {
        desk: Desk::Service,
        name: Label::new("客服部", "Customer service"),
        participation: department::PARTICIPATE,
        known_by: "客服 客户服务 售后 service support",
    },
    DeskRow {
        desk: Desk::Supply,
        name: Label::new("供应链部", "Supply chain"),
        participation: department::PARTICIPATE,
        known_by: "供应 采购 物流 supply purchasing logistics",
    },
    DeskRow {
        desk: Desk::Information,
        name: Label::new("信息部", "IT"),
        participation: department::PARTICIPATE,
        known_by: "信息 信息技术 数字化 系统运维 it information",
    },
    DeskRow {
        desk: Desk::Production,
        name: Label::new("生产部", "Production"),
        participation: department::PARTICIPATE,
        known_by: "生产 生产技术 制造 车间 production manufacturing",
    },
    DeskRow {
        desk: Desk::Warehouse,
        name: Label::new("仓储部", "Warehouse"),
        participation: department::PARTICIPATE,
        known_by: "仓储 仓储物流 仓库 库房 warehouse storage",
    },
    DeskRow {
        desk: Desk::Quality,
        name: Label::new("质量部", "Quality"),
        participation: department::PARTICIPATE,
        known_by: "质量 品质 品控 品管 quality",
    },
    DeskRow {
        desk: Desk::Personnel,
        name: Label::new("人力资源部", "Human resources"),
        participation: department::SUPPORT,
        known_by: "人力 人事 hr human personnel",
    },
    DeskRow {
        desk: Desk::Legal,
        name: Label::new("法务部", "Legal"),
        participation: department::SUPPORT,
        known_by: "法务 合规 法律 legal compliance",
    },
];
