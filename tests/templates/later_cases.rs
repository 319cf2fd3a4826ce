//! Cases of the rules on boundaries, roster, absences, handovers, the calendar, waiting issues and vague words.

use super::rules::Case;

pub(crate) const CASES: &[Case] = &[
    (
        "work_item",
        "DEP-01",
        0,
        &["work_item/w name=渠道培训"],
        &[
            "department/a department=销售部",
            "work_item/w name=渠道培训; lead_department=department/a",
        ],
    ),
    (
        "work_item",
        "DEP-02",
        0,
        &[
            "work_item/v name=编制年度推广方案; lead_department=department/a",
            "work_item/w name=编制 年度推广预案; lead_department=department/b",
        ],
        &[
            "work_item/v name=编制年度推广方案; lead_department=department/a",
            "work_item/w name=编制年度推广方案; lead_department=department/a",
            "work_item/x name=编制年度推广预案; lead_department=department/b; boundary_note=只算渠道费用",
            "work_item/y name=定价; lead_department=department/b",
        ],
    ),
    (
        "work_item",
        "DEP-04",
        0,
        &["work_item/w name=接口; support_departments/a=true"],
        &[
            "work_item/w name=接口; support_departments/a=true; support_detail=提供接口文档",
            "work_item/v name=定价",
        ],
    ),
    (
        "department",
        "DEP-02",
        0,
        &[
            "department/a department=市场部; duties=定价\n推广 方案",
            "department/b department=销售部; duties=推广方案",
        ],
        &[
            "department/a department=市场部; duties=定价",
            "department/b department=销售部; duties=推广方案",
        ],
    ),
    (
        "department",
        "DEP-03",
        0,
        &[
            "department/a department=市场部",
            "department/b department=财务部",
            "work_item/w name=预算; lead_department=department/b",
        ],
        &[
            "department/a department=市场部",
            "department/b department=财务部",
            "department/c department=总务部; participation=affected",
            "work_item/w name=预算; lead_department=department/b; support_departments/a=true",
        ],
    ),
    (
        "settings",
        "DEP-05",
        0,
        &[
            "department/a department=市场部; participation=lead",
            "department/b department=财务部; participation=lead",
        ],
        &[
            "department/a department=市场部; participation=lead",
            "department/b department=财务部; participation=support",
        ],
    ),
    (
        "settings",
        "TEAM-01",
        0,
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=李主管; project_role=lead",
        ],
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=王经理; project_role=lead; same_as=member/a",
            "member/c person=赵总; project_role=lead; leave_date=2026-04-01",
        ],
    ),
    (
        "department",
        "TEAM-02",
        0,
        &[
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/a",
            "member/b person=林专员; project_role=rep; department=department/a",
        ],
        &[
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/a",
            "member/b person=林专员; project_role=rep; department=department/a; leave_date=2026-04-01",
        ],
    ),
    (
        "member",
        "TEAM-03",
        0,
        &[
            "member/a person=陈专员; project_role=rep; department=department/a; backup_person=member/b",
            "member/b person=李主管; department=department/b",
        ],
        &[
            "member/a person=陈专员; project_role=rep; department=department/a; backup_person=member/b",
            "member/b person=林专员; department=department/a",
            "member/c person=王经理; project_role=lead; department=department/c; backup_person=member/b",
        ],
    ),
    (
        "member",
        "TEAM-04",
        0,
        &["member/a person=陈专员; project_role=rep"],
        &[
            "member/a person=陈专员; project_role=rep; backup_person=member/b",
            "member/b person=林专员; project_role=member",
            "member/c project_role=rep",
        ],
    ),
    (
        "member",
        "TEAM-05",
        0,
        &[
            "member/a person=陈专员; backup_person=member/b",
            "member/b person=林专员; leave_date=2026-04-14",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "member/b person=林专员; leave_date=2026-04-15",
        ],
    ),
    (
        "member",
        "TEAM-06",
        0,
        &[
            "member/a person=陈专员; allocation_pct=60",
            "member/b person=陈专员; same_as=member/a; allocation_pct=50",
        ],
        &[
            "member/a person=陈专员; allocation_pct=60",
            "member/b person=林专员; allocation_pct=50",
        ],
    ),
    (
        "member",
        "TEAM-07",
        0,
        &[
            "department/a department=市场部; participation=participate",
            "member/a person=王经理; project_role=lead; department=department/a",
        ],
        &[
            "department/a department=市场部; participation=lead",
            "member/a person=王经理; project_role=lead; department=department/a",
        ],
    ),
    (
        "member",
        "TEAM-08",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-20",
            "task/t title=发布; owner=member/a; current_end=2026-04-21",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-20",
            "task/t title=发布; owner=member/a; current_end=2026-04-20",
            "task/u title=收尾; owner=member/a; current_end=2026-04-21; status=done",
        ],
    ),
    (
        "member",
        "TEAM-09",
        0,
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=王经理; project_role=rep; same_as=member/a",
        ],
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=王经理; project_role=rep",
        ],
    ),
    (
        "absence",
        "TEAM-10",
        0,
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "member/b person=林专员",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/b; from=2026-04-01; to=2026-04-03",
        ],
    ),
    (
        "absence",
        "G-03",
        0,
        &["absence/x from=2026-04-24; to=2026-04-20"],
        &["absence/x from=2026-04-20"],
    ),
    (
        "task",
        "TASK-08",
        0,
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "task/t title=发布; owner=member/a; current_end=2026-04-24",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/a; from=2026-04-07; to=2026-04-08",
            "task/t title=发布; owner=member/a; current_end=2026-04-25",
            "task/u title=定价; owner=member/a; current_end=2026-04-07",
        ],
    ),
    (
        "issue",
        "ISS-21",
        0,
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-20",
            "issue/i status=working; owner=member/a; due_at=2026-04-20T10:00:00+08:00",
        ],
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-20",
            "issue/i status=closed; owner=member/a; due_at=2026-04-20T10:00:00+08:00",
        ],
    ),
    (
        "risk",
        "RSK-08",
        0,
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-14; to=2026-04-15",
            "risk/k owner=member/a; fallback_owner=member/b",
        ],
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-16; to=2026-04-17",
            "risk/k owner=member/a; fallback_owner=member/b",
        ],
    ),
    (
        "handoff",
        "G-01",
        0,
        &["handoff/h what=样机 20 台; giver=member/a; receiver=member/b"],
        &[
            "handoff/h what=样机 20 台; giver=member/a; receiver=member/b; criteria=通电正常; promised_date=2026-05-06",
            "handoff/g giver=member/a",
        ],
    ),
    (
        "handoff",
        "G-01",
        1,
        &["handoff/h result=returned"],
        &["handoff/h result=returned; return_reason=少 2 台"],
    ),
    (
        "handoff",
        "HND-01",
        0,
        &["handoff/h what=样机; receiver=member/b; promised_date=2026-04-20"],
        &[
            "handoff/h what=样机; receiver=member/b; promised_date=2026-04-21",
            "handoff/g what=样机; promised_date=2026-04-20; receiver_agreed=true",
            "handoff/f what=样机; promised_date=2026-04-10; result=accepted",
        ],
    ),
    (
        "handoff",
        "HND-02",
        0,
        &[
            "member/a person=陈专员; department=department/a",
            "member/b person=林专员; department=department/a",
            "handoff/h what=样机; giver=member/a; receiver=member/b",
        ],
        &[
            "member/a person=陈专员; department=department/a",
            "member/b person=李主管; department=department/b",
            "handoff/h what=样机; giver=member/a; receiver=member/b",
        ],
    ),
    (
        "handoff",
        "HND-03",
        0,
        &[
            "task/t title=打样; status=done",
            "handoff/h parent=task/t; what=样机; result=returned",
        ],
        &[
            "task/t title=打样; status=doing",
            "handoff/h parent=task/t; what=样机; result=returned",
        ],
    ),
    (
        "milestone",
        "G-01",
        1,
        &["milestone/m gate=true; actual_date=2026-04-01"],
        &[
            "milestone/m gate=true; actual_date=2026-04-01; gate_decision=go",
            "milestone/n gate=true",
        ],
    ),
    (
        "calendar_day",
        "G-03",
        0,
        &["calendar_day/a from=2026-07-08; to=2026-07-06"],
        &["calendar_day/a from=2026-07-06"],
    ),
    (
        "settings",
        "CAL-01",
        0,
        &["charter planned_start=2026-11-30; planned_end=2027-02-26"],
        &[
            "charter planned_start=2026-11-30; planned_end=2027-02-26",
            "calendar_day/a parent=settings; from=2027-01-01; to=2027-01-03",
        ],
    ),
    (
        "settings",
        "G-12",
        0,
        &[
            "task/a title=发布; owner=member/a",
            "task/b title=发布; owner=member/a",
        ],
        &[
            "task/a title=发布; owner=member/a",
            "task/b title=发布; owner=member/b",
            "task/c title=发布; owner=member/a; status=done",
        ],
    ),
    (
        "task",
        "G-04",
        0,
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "task/t current_start=2026-02-27",
        ],
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "task/t current_start=2026-03-02",
            "task/u current_start=2026-02-27 | 模具要先订",
        ],
    ),
    (
        "milestone",
        "G-04",
        0,
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "milestone/m current_date=2026-06-01",
        ],
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "milestone/m current_date=2026-05-29",
        ],
    ),
    (
        "task",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "task/t owner=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-15",
            "task/t owner=member/a; reviewer=member/unknown",
        ],
    ),
    (
        "handoff",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "handoff/h receiver=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "handoff/h receiver=member/a; result=accepted",
        ],
    ),
    (
        "issue",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "issue/i owner=member/a",
        ],
        &["member/a person=陈专员", "issue/i owner=member/a"],
    ),
    (
        "risk",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "risk/k fallback_owner=member/a",
        ],
        &["member/a person=陈专员", "risk/k fallback_owner=member/a"],
    ),
    (
        "meeting",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "meeting/w host=member/a",
        ],
        &["member/a person=陈专员", "meeting/w host=member/a"],
    ),
    (
        "department",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "department/a department=市场部; department_head=member/a",
        ],
        &["department/a department=市场部; department_head=member/x"],
    ),
    (
        "task",
        "G-16",
        0,
        &["task/t current_end=2026-05-01"],
        &[
            "task/t current_end=2026-05-09",
            "task/u current_end=2026-05-01; status=done",
        ],
    ),
    (
        "milestone",
        "G-16",
        0,
        &[
            "calendar_day/a parent=settings; from=2026-04-20; name=厂休",
            "milestone/m current_date=2026-04-20",
        ],
        &["milestone/m current_date=2026-04-20"],
    ),
    (
        "handoff",
        "G-16",
        0,
        &["handoff/h promised_date=2026-04-18"],
        &[
            "calendar_day/a parent=settings; from=2026-04-18; day_kind=work",
            "handoff/h promised_date=2026-04-18",
        ],
    ),
    (
        "task",
        "TASK-14",
        0,
        &[
            "issue/i title=缺权限; status=resolved",
            "task/t status=blocked; blocked_by_issue=issue/i",
        ],
        &[
            "issue/i title=缺权限; status=working",
            "task/t status=blocked; blocked_by_issue=issue/i",
        ],
    ),
    (
        "task",
        "TASK-15",
        0,
        &["task/t helpers/a=true"],
        &["task/t helpers/a=提供样机照片"],
    ),
    (
        "task",
        "TASK-16",
        0,
        &["task/t current_end=2026-04-14"],
        &[
            "task/t current_end=2026-04-14; delay_cause=resource",
            "task/u current_end=2026-04-15",
        ],
    ),
    (
        "task",
        "TASK-17",
        0,
        &["task/t status=review; actual_end=2026-04-13"],
        &[
            "task/t status=review; actual_end=2026-04-14",
            "task/u status=done; actual_end=2026-04-01",
        ],
    ),
    (
        "issue",
        "ISS-15",
        0,
        &[
            "issue/i title=到货晚; affected_tasks/t=true",
            "risk/k title=供应商交期; affected_tasks/t=true",
        ],
        &[
            "issue/i title=到货晚; affected_tasks/t=true",
            "risk/k title=供应商交期; affected_tasks/t=true; became_issue=issue/i",
            "risk/l title=需求变更; affected_tasks/u=true",
            "risk/m title=到货晚; status=closed",
        ],
    ),
    (
        "issue",
        "ISS-17",
        0,
        &["issue/i status=need_info; info_asked_at=2026-04-14T10:00:00+08:00"],
        &[
            "issue/i status=need_info; info_asked_at=2026-04-14T11:00:00+08:00",
            "issue/j status=submitted; info_asked_at=2026-04-10T11:00:00+08:00",
        ],
    ),
    (
        "issue",
        "ISS-18",
        0,
        &["issue/i status=resolved; resolved_at=2026-04-14T09:00:00+08:00"],
        &[
            "issue/i status=resolved; resolved_at=2026-04-14T11:00:00+08:00",
            "issue/j status=resolved; resolved_at=2026-04-09T11:00:00+08:00",
        ],
    ),
    (
        "issue",
        "ISS-19",
        0,
        &["issue/i status=resolved; impact=2; urgency=3; resolved_at=2026-04-10T17:00:00+08:00"],
        &[
            "issue/i status=resolved; impact=3; urgency=3; resolved_at=2026-04-10T17:00:00+08:00",
            "issue/j status=resolved; resolved_at=2026-04-13T17:00:00+08:00",
        ],
    ),
    (
        "issue",
        "ISS-20",
        0,
        &["issue/i status=postponed; revisit_date=2026-04-15"],
        &[
            "issue/i status=postponed; revisit_date=2026-04-16",
            "issue/j status=working; revisit_date=2026-04-15",
        ],
    ),
    (
        "issue",
        "G-01",
        3,
        &["issue/i status=postponed"],
        &["issue/i status=postponed; revisit_date=2026-05-06"],
    ),
    (
        "charter",
        "G-08",
        0,
        &["charter goal_statement=尽快卖出 500 万元"],
        &["charter goal_statement=三个月内卖出 500 万元"],
    ),
    (
        "deliverable",
        "G-08",
        0,
        &["deliverable/d acceptance_criteria=大概 20 页"],
        &["deliverable/d acceptance_criteria=20 页"],
    ),
    (
        "handoff",
        "G-08",
        0,
        &["handoff/h criteria=相关部门认可"],
        &["handoff/h criteria=质检部签字"],
    ),
    (
        "issue",
        "G-08",
        0,
        &["issue/i support_needed=请财务部支持一下"],
        &["issue/i support_needed=请财务部确认 30 万元预算"],
    ),
    (
        "milestone",
        "G-08",
        0,
        &["milestone/m conditions=适时补测"],
        &["milestone/m conditions=4 月 20 日前补测"],
    ),
    (
        "need",
        "G-08",
        0,
        &["need/n what=样机左右"],
        &["need/n what=样机 20 台"],
    ),
    (
        "risk",
        "G-08",
        0,
        &["risk/k prevention=马上找备选"],
        &["risk/k prevention=4 月 20 日前签备选供应商"],
    ),
    (
        "task",
        "G-08",
        0,
        &["task/t title=Send samples asap"],
        &["task/t title=Send samples"],
    ),
    (
        "work_item",
        "G-08",
        0,
        &["work_item/w support_detail=跟进一下"],
        &["work_item/w support_detail=提供接口文档"],
    ),
    (
        "task",
        "TASK-18",
        0,
        &["task/t owner=member/a; current_end=2026-04-17"],
        &[
            "task/t owner=member/a; current_end=2026-04-18",
            "task/u owner=member/a; current_end=2026-04-17; remind_days=1",
            "task/v owner=member/a; current_end=2026-04-14",
            "task/w owner=member/a; current_end=2026-04-15; status=done",
        ],
    ),
    (
        "task",
        "TASK-19",
        0,
        &["task/t owner=member/a; current_end=2026-04-14"],
        &[
            "member/a person=李主管; project_role=rep; department=department/a",
            "task/t owner=member/a; current_end=2026-04-13",
            "task/u current_end=2026-04-15",
        ],
    ),
    (
        "issue",
        "ISS-22",
        0,
        &["issue/i status=working; due_at=2026-04-15T22:00:00+08:00"],
        &[
            "issue/i status=working; due_at=2026-04-15T22:01:00+08:00",
            "issue/j status=working; due_at=2026-04-15T09:59:00+08:00",
            "issue/k status=resolved; due_at=2026-04-15T12:00:00+08:00",
            "issue/l status=working",
        ],
    ),
    (
        "absence",
        "TEAM-10",
        0,
        &[
            "member/a person=李主管; backup_person=member/b",
            "member/b person=孙工程师; backup_person=member/c",
            "member/c person=吴主管",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/b; from=2026-04-24; to=2026-04-28",
        ],
        &[
            "member/a person=李主管; backup_person=member/b",
            "member/b person=孙工程师; backup_person=member/c",
            "member/c person=吴主管",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/b; from=2026-04-25; to=2026-04-28",
        ],
    ),
    (
        "member",
        "TEAM-06",
        0,
        &[
            "member/a person=李主管; allocation_pct=60",
            "member/b person=李主管; same_as=member/a; allocation_pct=41",
        ],
        &[
            "member/a person=李主管; allocation_pct=60",
            "member/b person=李主管; same_as=member/a; allocation_pct=40",
        ],
    ),
    (
        "proposal",
        "ROLE-01",
        0,
        &[
            "member/a person=王经理; project_role=lead",
            "milestone/m name=上市; current_date=2026-05-01",
            "proposal/p parent=milestone/m; target=milestone/m; field=current_date; value=2026-05-08",
        ],
        &[
            "member/a person=王经理; project_role=lead",
            "milestone/m name=上市; current_date=2026-05-08",
            "proposal/p parent=milestone/m; target=milestone/m; field=current_date; value=2026-05-08; answer=declined",
        ],
    ),
    (
        "resource_request",
        "RES-01",
        0,
        &["resource_request/r title=测试员"],
        &["resource_request/r linked_task=task/t"],
    ),
    (
        "resource_request",
        "G-03",
        0,
        &["resource_request/r need_from=2026-04-20; need_to=2026-04-17"],
        &["resource_request/r need_from=2026-04-17; need_to=2026-04-20"],
    ),
    (
        "resource_request",
        "RES-02",
        0,
        &["resource_request/r request_dept=department/a; provider_dept=department/a"],
        &[
            "resource_request/r request_dept=department/a; provider_dept=department/b",
            "resource_request/s title=测试员",
        ],
    ),
    (
        "resource_request",
        "RES-04",
        0,
        &["resource_request/r provider_answer=cannot"],
        &[
            "resource_request/r provider_answer=cannot; provider_comment=五月才有人",
            "resource_request/s provider_answer=can_full",
        ],
    ),
    (
        "resource_request",
        "RES-09",
        0,
        &["resource_request/r resource_type=data; data_scope=名单"],
        &[
            "resource_request/r resource_type=data; data_scope=名单; data_masking=full; data_users=陈专员; destroy_by=2026-05-29",
            "resource_request/s resource_type=people",
        ],
    ),
    (
        "resource_request",
        "G-01",
        0,
        &["resource_request/r decision=partial"],
        &[
            "resource_request/r decision=partial; decision_reason=只有一人空",
            "resource_request/s decision=approve",
        ],
    ),
    (
        "resource_request",
        "RES-11",
        0,
        &["resource_request/r status=submitted; need_from=2026-04-16"],
        &[
            "resource_request/r status=submitted; need_from=2026-04-17",
            "resource_request/s status=decided; need_from=2026-04-16",
        ],
    ),
    (
        "resource_request",
        "RES-12",
        0,
        &["resource_request/r status=in_use; return_due=2026-04-14"],
        &[
            "resource_request/r status=in_use; return_due=2026-04-15",
            "resource_request/s status=returned; return_due=2026-04-14",
        ],
    ),
    (
        "resource_request",
        "RES-13",
        0,
        &["resource_request/r status=coordinating; decision=approve; provider_dept=department/a"],
        &[
            "resource_request/r status=coordinating; decision=approve; provider_dept=department/a; provider_answer=can_full",
        ],
    ),
    (
        "resource_request",
        "W-25",
        0,
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "resource_request/r status=in_use; requester=member/a; return_due=2026-04-24",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "resource_request/r status=in_use; requester=member/a; return_due=2026-04-25",
        ],
    ),
    (
        "resource_request",
        "G-04",
        0,
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "resource_request/r need_from=2026-02-27",
        ],
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "resource_request/r need_from=2026-03-02",
            "resource_request/s status=refused; need_from=2026-02-27",
        ],
    ),
    (
        "resource_request",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "resource_request/r requester=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-15",
            "resource_request/r requester=member/a",
        ],
    ),
    (
        "resource_request",
        "G-16",
        0,
        &["resource_request/r need_to=2026-05-01"],
        &["resource_request/r need_to=2026-05-09"],
    ),
    (
        "resource_request",
        "W-09",
        0,
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-17"],
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-18"],
    ),
    (
        "resource_request",
        "W-13",
        0,
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-14"],
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-15"],
    ),
    (
        "resource_request",
        "G-08",
        0,
        &["resource_request/r purpose=尽快试用"],
        &["resource_request/r purpose=四月试用"],
    ),
];
