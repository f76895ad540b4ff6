// Written by `npm run api` from openapi.json. Not edited by hand.
export interface paths {
    "/api/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this installation is */
        get: operations["get_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed head: keep it elsewhere, and a rewritten or shortened history is found later */
        get: operations["get_audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/proof/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that a record is in the tree */
        get: operations["get_audit_proof_position"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recompute the whole tree */
        post: operations["post_audit_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/augmentations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People present without a billet, at the offices in scope */
        get: operations["get_augmentations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/augmentations/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of augmentation, and which money may pay for which */
        get: operations["get_augmentations_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of authority and the acts it confers */
        get: operations["get_authorities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awaiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that awaits the asker today, the earliest suspense first */
        get: operations["get_awaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ballots the asker may have a part in: of open cycles, the one that closes first at the top */
        get: operations["get_ballots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ballots/{cycle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The asker's own ballot: nobody else is answered */
        get: operations["get_ballots_cycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ballots/{cycle}/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The openings of a cycle whose candidates the asker ranks */
        get: operations["get_ballots_cycle_offices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ballots/{cycle}/offices/{billet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The eligible candidates for an opening, with what the office ranked: for those who rank for it */
        get: operations["get_ballots_cycle_offices_billet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ballots/{cycle}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The openings of a cycle with what the rules say of the asker, eligible first */
        get: operations["get_ballots_cycle_openings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ballots/{cycle}/openings/{billet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One opening before the asker: every rule, and the openings most like it */
        get: operations["get_ballots_cycle_openings_billet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The billets in scope */
        get: operations["get_billets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billets/{billet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One billet */
        get: operations["get_billets_billet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue of cases in scope; those that stand longest where they stand first */
        get: operations["get_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/delay-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reasons why an offer takes longer, in their order */
        get: operations["get_cases_delay-reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an office's cases would be shared among those who manage cases there; nothing is given to anybody */
        get: operations["get_cases_distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How cases in scope flow: segments with times, bottlenecks by lasting delay, variants, rework, conformance */
        get: operations["get_cases_flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/flow/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cases that took a way, went directly from one step to another, or depart from the order, as the page of flow counts
         *     them
         */
        get: operations["get_cases_flow_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every milestone in order: code, title, phase, who works the step that follows */
        get: operations["get_cases_milestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outlook of the cases in scope that are not yet offered; waits until today's is worked out */
        get: operations["get_cases_outlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/purchaser-milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every milestone in order, and whether purchasers see it */
        get: operations["get_cases_purchaser-milestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue in figures: by phase and by who works the cases */
        get: operations["get_cases_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one case */
        get: operations["get_cases_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The change requests in scope */
        get: operations["get_change-requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change request */
        get: operations["get_change-requests_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request}/packet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packet of a change request: every section as the system writes it, and as somebody worded it */
        get: operations["get_change-requests_request_packet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/change-requests/{request}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packet as a workbook, with its marking on every page */
        get: operations["get_change-requests_request_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live changes */
        get: operations["get_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/accept_nominee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a nominee */
        post: operations["post_commands_accept_nominee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/adopt_scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose the slate of a scenario */
        post: operations["post_commands_adopt_scenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/amend_billet_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend a billet change request */
        post: operations["post_commands_amend_billet_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/amend_slate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend a slate while it is coordinated */
        post: operations["post_commands_amend_slate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/answer_billet_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Concur or not with a billet change request */
        post: operations["post_commands_answer_billet_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/answer_purchaser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the purchaser of a case */
        post: operations["post_commands_answer_purchaser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/approve_gap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a gap in a billet */
        post: operations["post_commands_approve_gap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ask_again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask again who is to fill a requisition */
        post: operations["post_commands_ask_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/assess_lor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assess the letter of request of a case */
        post: operations["post_commands_assess_lor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/assign_cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give cases to whoever manages them */
        post: operations["post_commands_assign_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/augment_office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record people present at an office without a billet */
        post: operations["post_commands_augment_office"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/authorise_billet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorise a billet */
        post: operations["post_commands_authorise_billet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/authorise_overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorise two incumbents to overlap */
        post: operations["post_commands_authorise_overlap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/authorise_section_515": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an authorisation of more than six section 515 members */
        post: operations["post_commands_authorise_section_515"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/branch_scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Branch a scenario of a cycle */
        post: operations["post_commands_branch_scenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/cancel_requisition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a requisition */
        post: operations["post_commands_cancel_requisition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/cancel_tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a tour that has not begun */
        post: operations["post_commands_cancel_tour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/change_billet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a billet from a date */
        post: operations["post_commands_change_billet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/change_scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a scenario */
        post: operations["post_commands_change_scenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/close_cycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an assignment cycle */
        post: operations["post_commands_close_cycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/correct_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct a milestone recorded wrongly */
        post: operations["post_commands_correct_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/curtail_tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Curtail a tour */
        post: operations["post_commands_curtail_tour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/decide_billet_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or disapprove a billet change request */
        post: operations["post_commands_decide_billet_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/decide_discrepancy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a discrepancy report its next step */
        post: operations["post_commands_decide_discrepancy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/decide_hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse a hold */
        post: operations["post_commands_decide_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/decide_lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Concur or not with lines of a slate */
        post: operations["post_commands_decide_lines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/decide_waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or deny a waiver */
        post: operations["post_commands_decide_waiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/declare_couple": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare with whom a member bids together */
        post: operations["post_commands_declare_couple"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/declare_no_fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare that a service has no fill until a date */
        post: operations["post_commands_declare_no_fill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/decline_by_name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a request by name */
        post: operations["post_commands_decline_by_name"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/decline_nominee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a nominee */
        post: operations["post_commands_decline_nominee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/defer_contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put contradictions off until a day */
        post: operations["post_commands_defer_contradictions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/define_source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Define a source and how its files are read */
        post: operations["post_commands_define_source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/disable_account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable an account */
        post: operations["post_commands_disable_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/discard_scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Discard a scenario */
        post: operations["post_commands_discard_scenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/divert_person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Divert a person to another office for a time */
        post: operations["post_commands_divert_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/draft_billet_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft a billet change request */
        post: operations["post_commands_draft_billet_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/edit_packet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Edit a section of a change request's packet */
        post: operations["post_commands_edit_packet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/end_augmentation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an augmentation */
        post: operations["post_commands_end_augmentation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/end_billet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a billet's authorisation */
        post: operations["post_commands_end_billet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/end_departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the ordered departure of a post */
        post: operations["post_commands_end_departure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/end_diversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a diversion */
        post: operations["post_commands_end_diversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/end_grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a grant */
        post: operations["post_commands_end_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/end_office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an office from a date */
        post: operations["post_commands_end_office"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/endorse_lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Endorse lines: their people are asked for */
        post: operations["post_commands_endorse_lines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/erase_person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase a person's sealed facts for good */
        post: operations["post_commands_erase_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/extend_offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an offer stand longer */
        post: operations["post_commands_extend_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/extend_suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend a suspense of a requisition */
        post: operations["post_commands_extend_suspense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/extend_tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend a tour */
        post: operations["post_commands_extend_tour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/file_discrepancy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** File a discrepancy report */
        post: operations["post_commands_file_discrepancy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/fund_billet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fund a billet, or not, from a date */
        post: operations["post_commands_fund_billet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/give_consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Consent to a reassignment */
        post: operations["post_commands_give_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/grant_role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant a role to an account */
        post: operations["post_commands_grant_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/import_ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a member's ranking from a service's marketplace */
        post: operations["post_commands_import_ranking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/keep_favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a member's private shortlist */
        post: operations["post_commands_keep_favourites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/lift_hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a hold */
        post: operations["post_commands_lift_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/link_rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide who rows of a source are */
        post: operations["post_commands_link_rows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/move_delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a delivery, or take it out of the plan */
        post: operations["post_commands_move_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/nominate_person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nominate a person */
        post: operations["post_commands_nominate_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/note_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a note to a case */
        post: operations["post_commands_note_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/note_delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note why an offer takes longer */
        post: operations["post_commands_note_delay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/open_board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a nominative board after the suspense */
        post: operations["post_commands_open_board"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/open_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a case on a letter of request */
        post: operations["post_commands_open_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/open_cycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an assignment cycle */
        post: operations["post_commands_open_cycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/open_requisition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a requisition for a billet */
        post: operations["post_commands_open_requisition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/order_departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order the departure of a post's people and families */
        post: operations["post_commands_order_departure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/order_tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the order for a tour */
        post: operations["post_commands_order_tour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/place_hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that a case be held */
        post: operations["post_commands_place_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan_deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan deliveries of a case */
        post: operations["post_commands_plan_deliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan_tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan a tour */
        post: operations["post_commands_plan_tour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/propose_reassignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a civilian for reassignment */
        post: operations["post_commands_propose_reassignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/propose_slate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a slate */
        post: operations["post_commands_propose_slate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/publish_slate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish endorsed lines to whom they concern */
        post: operations["post_commands_publish_slate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/rank_candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rank the eligible candidates for an opening */
        post: operations["post_commands_rank_candidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/reconcile_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reconcile a case */
        post: operations["post_commands_reconcile_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_arrival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an arrival */
        post: operations["post_commands_record_arrival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_arrival_step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a step before an arrival */
        post: operations["post_commands_record_arrival_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_authority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record who holds an authority over an office */
        post: operations["post_commands_record_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_bill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a bill of a case */
        post: operations["post_commands_record_bill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_dataset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a published table */
        post: operations["post_commands_record_dataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a delivery */
        post: operations["post_commands_record_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a departure */
        post: operations["post_commands_record_departure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an amendment or another document of a case */
        post: operations["post_commands_record_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a country's published figures */
        post: operations["post_commands_record_figures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what a file of a source says */
        post: operations["post_commands_record_load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a milestone of a case */
        post: operations["post_commands_record_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_notification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a step of the notification of Congress */
        post: operations["post_commands_record_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a payment on a case */
        post: operations["post_commands_record_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_published_notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a country's published notifications of Congress */
        post: operations["post_commands_record_published_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_recruitment_step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a step of a recruitment */
        post: operations["post_commands_record_recruitment_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/record_review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan or record a review of a case */
        post: operations["post_commands_record_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/refuse_consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a reassignment */
        post: operations["post_commands_refuse_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/register_account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an account */
        post: operations["post_commands_register_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/register_country": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a partner country */
        post: operations["post_commands_register_country"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/register_office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an office */
        post: operations["post_commands_register_office"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/register_person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a person */
        post: operations["post_commands_register_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/register_post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a post */
        post: operations["post_commands_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/register_row": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register the person of a row of a source */
        post: operations["post_commands_register_row"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/release_forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a forecast of a case to its purchaser */
        post: operations["post_commands_release_forecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/report_billet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a billet as a system of record reports it */
        post: operations["post_commands_report_billet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/report_cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take cases as a system of record reports them */
        post: operations["post_commands_report_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/report_person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a person as a system of record reports them */
        post: operations["post_commands_report_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/report_tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a tour as a system of record reports it */
        post: operations["post_commands_report_tour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/request_by_name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Request a person by name */
        post: operations["post_commands_request_by_name"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/request_waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that a rule be waived for a person in a billet */
        post: operations["post_commands_request_waiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/rescind_departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo an ordered departure recorded by mistake */
        post: operations["post_commands_rescind_departure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/resolve_contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve contradictions */
        post: operations["post_commands_resolve_contradictions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/review_billet_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a billet change request to its coordinators, or back */
        post: operations["post_commands_review_billet_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/select_nominee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Select a nominee of a board */
        post: operations["post_commands_select_nominee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/send_back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send contradictions back to the owner of their source */
        post: operations["post_commands_send_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_ballot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a cycle its ballot */
        post: operations["post_commands_set_ballot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_case_lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the lines of a case */
        post: operations["post_commands_set_case_lines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_lever": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a lever from a date */
        post: operations["post_commands_set_lever"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_payment_schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the payment schedule of a case */
        post: operations["post_commands_set_payment_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a figure of policy from a date */
        post: operations["post_commands_set_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_post_differentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a post's differentials from a date */
        post: operations["post_commands_set_post_differentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_post_status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a post's status from a date */
        post: operations["post_commands_set_post_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_precedence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set which source is believed on which fields, from a date */
        post: operations["post_commands_set_precedence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a country's priority from a date */
        post: operations["post_commands_set_priority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_purchaser_visible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a milestone to purchasers, or hide it */
        post: operations["post_commands_set_purchaser_visible"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_responsible_command": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a combatant command responsible for a country from a date */
        post: operations["post_commands_set_responsible_command"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_rows_aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide that rows of a source are nobody of ours */
        post: operations["post_commands_set_rows_aside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_service_calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the day by which a service has nominated in a cycle */
        post: operations["post_commands_set_service_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/set_service_limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Limit how many a service can give in a cycle */
        post: operations["post_commands_set_service_limit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/settle_review_action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an action of a review was done */
        post: operations["post_commands_settle_review_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/submit_billet_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a billet change request with its evidence */
        post: operations["post_commands_submit_billet_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/submit_preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a member's ranked billets */
        post: operations["post_commands_submit_preferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/together": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take several commands as one, wholly or not at all */
        post: operations["post_commands_together"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/undo_scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back the last step of a scenario */
        post: operations["post_commands_undo_scenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/unlink_row": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back who a row of a source is */
        post: operations["post_commands_unlink_row"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/update_cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take what a system of record says anew of cases */
        post: operations["post_commands_update_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/update_person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what is known of a person */
        post: operations["post_commands_update_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/validate_strength": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a manpower review of an office */
        post: operations["post_commands_validate_strength"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/vet_nominee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Vet a nominee of a board */
        post: operations["post_commands_vet_nominee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/watch_cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put cases on the own watch list, or take them off */
        post: operations["post_commands_watch_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/withdraw_billet_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a billet change request */
        post: operations["post_commands_withdraw_billet_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/withdraw_forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a released forecast */
        post: operations["post_commands_withdraw_forecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/withdraw_nomination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a nomination */
        post: operations["post_commands_withdraw_nomination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/withdraw_slate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a slate */
        post: operations["post_commands_withdraw_slate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/withdraw_waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a waiver */
        post: operations["post_commands_withdraw_waiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/write_message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to the country program manager about a case */
        post: operations["post_commands_write_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partner countries */
        get: operations["get_countries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/countries/{country}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One country: its strength, its work and its cases
         * @description By its ISO 3166 alpha-3 code, such as `JOR`, or its id. Strength and demand on the day asked; cases as they stand today.
         */
        get: operations["get_countries_country"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/countries/{country}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A country's published sales by fiscal year, and what it will buy
         * @description From the reference tables (FY2001-16 and FY2020-24), and over them what was imported, each figure with its source.
         */
        get: operations["get_countries_country_sales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/countries/{country}/section-515": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The section-515 ledger of a country: who counts, what authorises the number, what is left, when it would be exceeded */
        get: operations["get_countries_country_section-515"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every cycle */
        get: operations["get_cycles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cycle */
        get: operations["get_cycles_cycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/compute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute the slate of least cost, and prove it */
        post: operations["post_cycles_cycle_compute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/movers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The movers of a cycle in scope */
        get: operations["get_cycles_cycle_movers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The openings of a cycle in scope */
        get: operations["get_cycles_cycle_openings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a computed slate */
        post: operations["post_cycles_cycle_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scenarios of a cycle */
        get: operations["get_cycles_cycle_scenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/stable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute the stable slate that is best for members, or for offices, and prove it stable */
        post: operations["post_cycles_cycle_stable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/stable/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a computed stable slate */
        post: operations["post_cycles_cycle_stable_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/trade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute what stability costs: slates from the least costly stable one to the one of least cost, each with a proven bound */
        post: operations["post_cycles_cycle_trade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/trade/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a computed slate between the two */
        post: operations["post_cycles_cycle_trade_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycles/{cycle}/trade/slate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute the least costly slate with few blocking pairs, or the most stable one near the least cost */
        post: operations["post_cycles_cycle_trade_slate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/diversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Diversions from or to the offices in scope */
        get: operations["get_diversions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/{noun}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the rows in scope */
        get: operations["get_export_noun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal, newest first */
        get: operations["get_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record */
        get: operations["get_journal_position"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/levers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every lever */
        get: operations["get_levers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manning/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The manning documents of the billets in scope */
        get: operations["get_manning_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The measures by which the reform is watched, each with its definition and its trend by quarter */
        get: operations["get_measures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One measure: its trend by quarter, a quarter by group, and the rows that it counts */
        get: operations["get_measures_measure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notifications of Congress as published, latest year first */
        get: operations["get_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offices in scope */
        get: operations["get_offices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One office */
        get: operations["get_offices_office"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the workload standard gives for an SCO, down to the source rows */
        get: operations["get_offices_office_demand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}/strengths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Indicated, validated, authorised and funded strength of an office, with what stands behind each */
        get: operations["get_offices_office_strengths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An office's billets as timelines, with the gaps between incumbents */
        get: operations["get_offices_office_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{office}/turnover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an arriving chief has to know of the office */
        get: operations["get_offices_office_turnover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["get_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The next five years: who will be missing where, and what would close it
         * @description Expected values under the levers of the group outlook, or under what is assumed here in their place; nothing is changed.
         *     Names nobody, and no number tells the separation date of one person.
         */
        get: operations["get_outlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people in scope */
        get: operations["get_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["get_people_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/tracker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person's next assignment stands */
        get: operations["get_people_person_tracker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Strength against need
         * @description On any day, from the place of duty or the partner supported, grouped as asked. Totals show no person.
         */
        get: operations["get_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every figure of policy */
        get: operations["get_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posts of the offices in scope */
        get: operations["get_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post */
        get: operations["get_posts_post"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{post}/departure/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What ordering, ending or rescinding a departure would do
         * @description Nothing changes; the command itself is given at its own path afterwards.
         */
        post: operations["post_posts_post_departure_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next 36 months, with and without planned tours */
        get: operations["get_projection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What systems of record contradict */
        get: operations["get_reconcile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconcile/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue in numbers */
        get: operations["get_reconcile_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconcile/{contradiction}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contradiction with its evidence */
        get: operations["get_reconcile_contradiction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requisitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requisitions in scope, the most pressing first */
        get: operations["get_requisitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requisitions/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Billets that stand vacant or fall open and have no requisition, the most pressing first */
        get: operations["get_requisitions_openings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requisitions/{requisition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One requisition: what is needed, whose turn it is, who is nominated, what was done */
        get: operations["get_requisitions_requisition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requisitions/{requisition}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The asker's people who might fill a requisition, eligible first */
        get: operations["get_requisitions_requisition_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every eligibility rule */
        get: operations["get_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scenario, its slate computed and proven */
        get: operations["get_scenarios_scenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose the slate of a scenario
         * @description The scenario's version is insisted on, also where the request does not: never is a slate proposed that was computed of
         *     an earlier version.
         */
        post: operations["post_scenarios_scenario_adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare a scenario with another, or with the cycle as it is */
        get: operations["get_scenarios_scenario_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a scenario */
        get: operations["get_scenarios_scenario_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}/recommend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The best people for a billet, or the best billets for a person
         * @description Each with what it would cost the whole slate and whom it would move, by solving again with the pair insisted on.
         */
        get: operations["get_scenarios_scenario_recommend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a billet is filled as it is, or left unfilled; why a person goes where they go, or nowhere */
        get: operations["get_scenarios_scenario_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/section-515": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The section-515 ledgers of every country with a billet that counts */
        get: operations["get_section-515"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account that is signed in */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign in
         * @description Answers with the session and its cookie. Wrong names and wrong passwords answer alike; after several failures the
         *     account is locked for a while.
         */
        post: operations["post_session"];
        /** Sign out */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the asker is told by mail */
        get: operations["get_session_mail"];
        /** Sets where the asker is told by mail */
        put: operations["put_session_mail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a simulation is made of: pools, commands, coefficients */
        get: operations["get_simulations"];
        put?: never;
        /**
         * Begin a simulation
         * @description The same one is begun once: who asks for what is worked on, or was, on the same facts gets that.
         */
        post: operations["post_simulations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulations/{simulation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a simulation is, and what it found */
        get: operations["get_simulations_simulation"];
        put?: never;
        post?: never;
        /**
         * Cancel a simulation
         * @description Where somebody else asked for the same it goes on for them.
         */
        delete: operations["delete_simulations_simulation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One slate */
        get: operations["get_slates_slate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend a slate with the least disruption */
        post: operations["post_slates_slate_amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/amendment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What amending a slate would change, with the least disruption */
        post: operations["post_slates_slate_amendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/blocking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The blocking pairs of a slate: how many, and why each of those the asker may see both sides of */
        get: operations["get_slates_slate_blocking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a proposed slate uses its limits
         * @description As it stands: lines that were taken out are not counted, those that a command did not concur with are.
         */
        get: operations["get_slates_slate_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a slate in scope */
        get: operations["get_slates_slate_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a line is as it is */
        get: operations["get_slates_slate_lines_line"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/lines/{line}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would move a line of a slate */
        get: operations["get_slates_slate_lines_line_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each rule, lever and limit costs a slate */
        get: operations["get_slates_slate_prices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/unfilled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Openings that a slate leaves unfilled, and why */
        get: operations["get_slates_slate_unfilled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/unfilled/{billet}/relaxations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Single relaxations that would fill a billet, cheapest for the slate first */
        get: operations["get_slates_slate_unfilled_billet_relaxations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Movers that a slate leaves without an assignment, and why */
        get: operations["get_slates_slate_unmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slates/{slate}/unmatched/{person}/relaxations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Single relaxations that would place a person, cheapest for the slate first */
        get: operations["get_slates_slate_unmatched_person_relaxations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of sources with the fields of each */
        get: operations["get_source-kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The systems of record */
        get: operations["get_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/detect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at a sample: its columns, and the field that each most likely is */
        post: operations["post_sources_detect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a definition that is not yet given on a sample */
        post: operations["post_sources_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One system of record */
        get: operations["get_sources_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked of the owner of a source, in the source's own columns */
        get: operations["get_sources_source_corrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Load a file of a source, wholly or not at all */
        post: operations["post_sources_source_load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The profile of a source as a file */
        get: operations["get_sources_source_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a file of a source, and take nothing */
        post: operations["post_sources_source_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waivers in the offices in scope, or of the people in scope; the newest first */
        get: operations["get_waivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready to answer */
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Programs and cases */
        get: operations["get_partner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/calendar/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A representative's calendar, by the secret in its address */
        get: operations["get_partner_calendar_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case of the own purchaser codes */
        get: operations["get_partner_cases_number"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/cases/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to the country program manager about a case */
        post: operations["post_partner_cases_number_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page to sign in on */
        get: operations["get_partner_sign-in"];
        put?: never;
        /** Sign in to the portal */
        post: operations["post_partner_sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out of the portal */
        post: operations["post_partner_sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/style.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The style sheet of the portal's pages */
        get: operations["get_partner_style_css"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subscriptions */
        get: operations["get_partner_subscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/subscriptions/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the address of the own calendar */
        post: operations["post_partner_subscriptions_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/subscriptions/calendar/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the address of the own calendar */
        post: operations["post_partner_subscriptions_calendar_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/subscriptions/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where to send mail */
        post: operations["post_partner_subscriptions_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What this installation is. */
        About: {
            /** @description Sign-ins for everybody to see: only in demo mode. */
            demo?: components["schemas"]["DemoSignIn"][] | null;
            /** @description The handling marking of every page and export. */
            marking: string;
            /** @description `Muster`. */
            name: string;
            /** @description The journal position served. */
            position: components["schemas"]["Position"];
            /** @description The roles there are. */
            roles: components["schemas"]["RoleDefinition"][];
            /** @description The sentence that labels synthetic data, where there is any. */
            synthetic?: string | null;
            /**
             * Format: date
             * @description The civil date that questions without a date are asked for.
             */
            today: string;
            /** @description The program's version. */
            version: string;
        };
        /** @description Accepts a nominee: the tour is planned. */
        AcceptNominee: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /** @description Whom. */
            person: components["schemas"]["PersonId"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description The id of an account */
        AccountId: string;
        /**
         * @description What an authority allows its holder to do.
         * @enum {string}
         */
        Act: "see_roster" | "direct" | "divert" | "concur" | "allocate" | "man" | "order" | "train" | "fund" | "decide_presence" | "rate";
        /** @description Who gave a command. */
        Actor: {
            /** @description The account's id. */
            id: components["schemas"]["AccountId"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
        };
        /** @description Proposes the slate of a scenario, which ends it. */
        AdoptScenario: {
            /** @description Which scenario. */
            scenario: components["schemas"]["ScenarioId"];
            /** @description Its slate, as computed and verified. */
            slate: components["schemas"]["ProposeSlate"];
        };
        /** @description Why a slate is amended. */
        Amend: {
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description Amends a request that is a draft or came back. */
        AmendBilletRequest: {
            /** @description What is asked for now; it stays with the same office. */
            change: components["schemas"]["BilletChange"];
            /** @description The fiscal year it is to take effect in. */
            effective: components["schemas"]["FiscalYear"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description Which request. */
            request: components["schemas"]["ChangeRequestId"];
        };
        /** @description Takes lines out of a slate and puts others in. */
        AmendSlate: {
            /** @description Numbers of the lines that go. */
            dropped: number[];
            /** @description The lines that come; each is coordinated anew. */
            lines: components["schemas"]["SlateLine"][];
            /**
             * Format: int64
             * @description Its whole cost then, in points.
             */
            objective: number;
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description Which slate. */
            slate: components["schemas"]["SlateId"];
            /** @description Openings that the slate then leaves unfilled. */
            unfilled: components["schemas"]["BilletId"][];
            /** @description Movers whom it then leaves without an assignment. */
            unmatched: components["schemas"]["PersonId"][];
        };
        /** @description One line that goes or comes. */
        AmendedPair: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletName"];
            /**
             * Format: int64
             * @description Points.
             */
            cost: number;
            /**
             * Format: int32
             * @description Its number, of one that goes.
             */
            line?: number | null;
            person?: components["schemas"]["PersonName"] | null;
        };
        /** @description What an amendment would change. */
        AmendmentPreview: {
            /** @description Lines that would come. */
            added: components["schemas"]["AmendedPair"][];
            /** @description The slate's version that it was computed for: insist on it with `If-Match` when taking it. */
            changed: components["schemas"]["Position"];
            /** @description Lines that would go. */
            dropped: components["schemas"]["AmendedPair"][];
            /**
             * Format: int64
             * @description The slate's whole cost then, in points, disruption counted.
             */
            objective: number;
            /** @description Openings it would leave unfilled. */
            unfilled: number;
            /** @description Movers it would leave without an assignment. */
            unmatched: number;
        };
        /** @description A change of a slate while it was coordinated. */
        AmendmentRow: {
            /** @description Lines put in, by number. */
            added: number[];
            /** @description Lines taken out, by number. */
            dropped: number[];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description Answers a request for one of the coordinators who were asked. */
        AnswerBilletRequest: {
            /** @description Whether they concur. */
            concurs: boolean;
            document?: components["schemas"]["Text"] | null;
            /**
             * Format: int32
             * @description For which of those asked, counted from 0.
             */
            index: number;
            reason?: components["schemas"]["Text"] | null;
            /** @description Which request. */
            request: components["schemas"]["ChangeRequestId"];
        };
        /** @description Answers the purchaser of a case, or writes first. */
        AnswerPurchaser: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description The words; name no person. */
            message: components["schemas"]["Text"];
        };
        /** @description Approves a gap in a billet. */
        ApproveGap: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletId"];
            /** @description The gap. */
            gap: components["schemas"]["ApprovedGap"];
        };
        /** @description A decision to leave a billet unfilled for a time: not a vacancy. */
        ApprovedGap: {
            /** @description The office or post that approved it; names no person. */
            approver: components["schemas"]["Text"];
            /** @description From when until when. */
            period: components["schemas"]["Period"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description The checklist of one arrival. */
        ArrivalPlan: {
            /**
             * Format: date
             * @description The report date it is planned backwards from.
             */
            report: string;
            /** @description The steps, in an order in which none waits for a later one. */
            steps: components["schemas"]["PlannedStep"][];
        };
        /**
         * @description A step before an arrival, in an order in which no step waits for a later one (facts §7).
         * @enum {string}
         */
        ArrivalStep: "security_clearance" | "screening" | "medical" | "orders" | "language" | "sco_course" | "fact" | "passport" | "visa" | "housing" | "household_goods" | "country_clearance";
        /** @description What whoever holds a turn is asked to do. */
        Ask: "nominate" | {
            /** @description A vetter of a nominative board: find each nominee favourable or not. */
            vet: components["schemas"]["Vetter"];
        } | "select" | "accept" | "propose" | "consent" | "recruit" | "resolve" | "order" | "arrive";
        /**
         * @description Asks again who is to fill a requisition: after every service said that there is no fill, after a board found nobody,
         *     or after the tour fell through.
         */
        AskAgain: {
            /** @description Which requisition. */
            requisition: components["schemas"]["RequisitionId"];
            /** @description The military services asked now; left empty for civilian and locally employed staff. */
            services: components["schemas"]["Service"][];
            /**
             * Format: date
             * @description The last day of the turn; the lever's days from today where it is left out.
             */
            suspense?: string | null;
        };
        /** @description An open turn. */
        AskedRow: components["schemas"]["TurnName"] & {
            /** @description What is asked. */
            ask: components["schemas"]["Ask"];
            /** @description The same in words. */
            title: string;
        };
        /** @description What is asked, and who holds the ball. */
        AskedTurn: {
            /** @description What is asked, in words. */
            asked: string;
            /** @description Of whom, since when, until when. */
            turn: components["schemas"]["TurnName"];
        };
        /** @description Assesses the letter of request of a case. */
        AssessLor: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description What was found. */
            found: components["schemas"]["LorAssessment"];
            /** @description What is missing, where something is; names no person. */
            missing: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
        };
        /** @description Gives cases to somebody who manages them from now on, or to nobody. */
        AssignCases: {
            /** @description Which cases. */
            cases: components["schemas"]["CaseId"][];
            manager?: components["schemas"]["PersonId"] | null;
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description Records that people are present at an office for a time without a billet there. */
        AugmentOffice: {
            /** @description The orders, contract or request it rests on; names no person. */
            document: components["schemas"]["Text"];
            /** @description The money that pays for it. */
            funding: components["schemas"]["FundingSource"];
            /** @description Of which kind. */
            kind: components["schemas"]["AugmentationKind"];
            /** @description At which office. */
            office: components["schemas"]["OfficeId"];
            /** @description From when until when. */
            period: components["schemas"]["Period"];
            /** @description What the money is spent on. */
            purpose: components["schemas"]["AugmentationPurpose"];
            /** @description Who. */
            who: components["schemas"]["Augmenting"];
        };
        /** @description What a kind of augmentation is. */
        AugmentationDefinition: {
            /** @description The lever that limits its days. */
            days: components["schemas"]["Lever"];
            /** @description Which kind. */
            kind: components["schemas"]["AugmentationKind"];
            /** @description What it means. */
            meaning: string;
            /** @description Whether it may name a person of the workforce; otherwise it is a number of people who are not on record. */
            names_people: boolean;
            /** @description Where that comes from. */
            source: string;
            /** @description When tactical control must be recorded. */
            tacon: components["schemas"]["Tacon"];
            /** @description The name people use. */
            title: string;
        };
        /** @description Money that may pay for a kind, with the names people use. */
        AugmentationFundingRow: {
            /** @description The money. */
            funding: components["schemas"]["FundingSource"];
            /** @description Its name. */
            funding_title: string;
            /** @description For which kind. */
            kind: components["schemas"]["AugmentationKind"];
            /** @description What it may be spent on. */
            purpose: components["schemas"]["AugmentationPurpose"];
            /** @description Its name. */
            purpose_title: string;
            /** @description Where that comes from. */
            source: string;
            /** @description Why it may. */
            why: string;
        };
        /** @description The id of an augmentation */
        AugmentationId: string;
        /**
         * @description A kind of augmentation.
         * @enum {string}
         */
        AugmentationKind: "temporary_duty" | "reserve_orders" | "guard_bilateral" | "contractor" | "training_team";
        /** @description A kind, with the days it may last today. */
        AugmentationKindRow: components["schemas"]["AugmentationDefinition"] & {
            /**
             * Format: int64
             * @description Days it may last today.
             */
            most_days: number;
        };
        /**
         * @description What money for people present for a time is spent on.
         * @enum {string}
         */
        AugmentationPurpose: "security_assistance" | "case_work" | "capacity_building" | "bilateral_affairs" | "command_support";
        /** @description People present without a billet, in a list. */
        AugmentationRow: {
            /** @description The journal position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description The command or agency above the office. */
            command: components["schemas"]["OfficeName"];
            /** @description The orders, contract or request it rests on. */
            document: components["schemas"]["Text"];
            /** @description The money that pays for it. */
            funding: string;
            /**
             * Format: int32
             * @description How many people.
             */
            heads: number;
            /** @description Its id. */
            id: components["schemas"]["AugmentationId"];
            /** @description Of which kind. */
            kind: components["schemas"]["AugmentationKind"];
            /** @description The name of the kind. */
            kind_title: string;
            /** @description At which office. */
            office: components["schemas"]["OfficeName"];
            /** @description The days it was decided for. */
            period: components["schemas"]["Period"];
            person?: components["schemas"]["PersonName"] | null;
            /** @description What the money is spent on. */
            purpose: string;
            /** @description Where it stands today. */
            state: components["schemas"]["OrderState"];
            /**
             * Format: date
             * @description The first day after it, as things stand.
             */
            until: string;
        };
        /** @description What may be recorded: kinds, and the money that may pay for each. */
        AugmentationRules: {
            /** @description Every lawful pairing of money and purpose. */
            funding: components["schemas"]["AugmentationFundingRow"][];
            /** @description Every kind. */
            kinds: components["schemas"]["AugmentationKindRow"][];
        };
        /** @description Who is present. */
        Augmenting: {
            /** @description Somebody of the workforce. */
            person: components["schemas"]["PersonId"];
        } | {
            /**
             * Format: int32
             * @description So many people who are not on record.
             */
            people: number;
        };
        /** @description Authorises a billet. */
        AuthoriseBillet: {
            /** @description From when until when. */
            authorised: components["schemas"]["Period"];
            /** @description Position number, unique. */
            number: components["schemas"]["Text"];
            /** @description The manning document that authorises it. */
            source: components["schemas"]["Text"];
            /** @description Its terms from the first day on. */
            terms: components["schemas"]["BilletTerms"];
        };
        /** @description Authorises two primary incumbents to overlap for more days than the lever allows. */
        AuthoriseOverlap: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletId"];
            /** @description The overlap. */
            overlap: components["schemas"]["OverlapAuthorisation"];
        };
        /** @description Records an authorisation of more section-515 members in a country. */
        AuthoriseSection515: {
            /** @description What is authorised. */
            authorisation: components["schemas"]["Section515Authorisation"];
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
        };
        /** @description A dated authority over an office. */
        Authority: {
            /** @description Who holds it. */
            holder: components["schemas"]["AuthorityHolder"];
            /** @description Which kind. */
            kind: components["schemas"]["AuthorityKind"];
            /** @description Over which office. */
            over: components["schemas"]["OfficeId"];
            /** @description From when until when. */
            period: components["schemas"]["Period"];
            /** @description The document it rests on. */
            source: components["schemas"]["Text"];
        };
        /** @description One row of the table of authorities. */
        AuthorityDefinition: {
            /** @description The acts it confers. */
            acts: components["schemas"]["Act"][];
            /** @description Which kind. */
            kind: components["schemas"]["AuthorityKind"];
            /** @description What it means. */
            meaning: string;
            /** @description Where that comes from. */
            source: string;
            /** @description The name people use. */
            title: string;
        };
        /** @description Who holds an authority. */
        AuthorityHolder: {
            /** @description An office of this system. */
            office: components["schemas"]["OfficeId"];
        } | {
            /** @description A military service, over its own people in the office. */
            service: components["schemas"]["Service"];
        } | "mission";
        /**
         * @description A kind of authority over an office or its people.
         * @enum {string}
         */
        AuthorityKind: "parent" | "operational_control" | "tactical_control" | "chief_of_mission" | "administrative_control" | "service_support" | "attache_functions" | "rating_chain";
        /** @description An authority over the office. */
        AuthorityRow: {
            /** @description The acts it confers. */
            acts: components["schemas"]["Act"][];
            /** @description Who holds it. */
            holder: string;
            /** @description Which kind. */
            kind: components["schemas"]["AuthorityKind"];
            /** @description From when until when. */
            period: components["schemas"]["Period"];
            /** @description The document it rests on. */
            source: components["schemas"]["Text"];
            /** @description The name people use. */
            title: string;
        };
        /** @description Somebody assigned to an office who is elsewhere. */
        AwayRow: {
            /** @description Where they are. */
            duty: components["schemas"]["DutyNow"];
            person?: components["schemas"]["PersonName"] | null;
        };
        /** @description An eligible candidate. */
        BallotCandidate: {
            /** @description Who. */
            person: components["schemas"]["PersonName"];
            /**
             * Format: int64
             * @description Points of the pair by its facts: the order of whoever is not ranked, fewest first.
             */
            points: number;
            /** @description How the ordinary facts compare. */
            rules: components["schemas"]["RuleWhy"][];
            /** @description The tier the office put them in, from 1; candidates in one tier tie. */
            tier?: number | null;
        };
        /** @description The eligible candidates for an opening. */
        BallotCandidates: {
            /** @description The billet. */
            billet: components["schemas"]["BilletName"];
            /** @description Everybody eligible: ranked first, then by points of the facts. */
            candidates: components["schemas"]["BallotCandidate"][];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            /** @description Whether it may rank today. */
            open: boolean;
            /** @description What is sealed and until when, and what becomes of whoever is not ranked, as a sentence. */
            sealed: string;
            /**
             * Format: date
             * @description The last day on which the office may rank.
             */
            until: string;
        };
        /** @description Who ranks on a cycle's ballot and until when, and how many have. A number tells nobody's wishes. */
        BallotCount: {
            /** @description Whether members may still rank today: until then what they ranked is sealed. */
            members_open: boolean;
            /** @description Whether offices may still rank today. */
            offices_open: boolean;
            /** @description Openings for which an office has ranked candidates. */
            offices_ranked: number;
            /** @description Members who have ranked, with those whose service's marketplace said so. */
            ranked: number;
            /** @description Members who have ranked on this ballot. */
            submitted: number;
            /** @description Deadlines, and who takes part. */
            terms: components["schemas"]["BallotTerms"];
        };
        /** @description A ballot in a list. */
        BallotRow: {
            /** @description Whether the asker may rank billets in it as a member who moves. */
            as_member: boolean;
            /** @description Whether the asker ranks candidates for offices. */
            as_office: boolean;
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /**
             * Format: date
             * @description The last day on which members may rank.
             */
            members_until: string;
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The last day on which offices may rank.
             */
            offices_until: string;
        };
        /** @description Who ranks on Muster's own ballot, and until when. */
        BallotTerms: {
            /** @description Whether members of every service may rank billets filled by nominative boards here. */
            boards: boolean;
            /** @description Whether civilians rank here. */
            civilians: boolean;
            /**
             * Format: date
             * @description The last day on which members may rank and change what they ranked.
             */
            members_until: string;
            /**
             * Format: date
             * @description The last day on which offices may rank their eligible candidates.
             */
            offices_until: string;
            /** @description The military services whose members rank here instead of in a marketplace of their own. */
            services: components["schemas"]["Service"][];
        };
        /** @description The total of an earlier day. */
        Before: {
            /**
             * Format: date
             * @description Thirty days before the date asked.
             */
            on: string;
            /** @description The total then. */
            total: components["schemas"]["PictureRow"];
        };
        /** @description A billet in a few words. */
        BilletBrief: {
            /** @description Which. */
            id: components["schemas"]["BilletId"];
            /** @description Position number. */
            number: components["schemas"]["Text"];
            /** @description Its title on the day asked. */
            title: components["schemas"]["Text"];
        };
        /** @description What is asked for. */
        BilletChange: {
            /** @description A new billet. */
            establish: {
                /** @description Its position number. */
                number: components["schemas"]["Text"];
                /** @description The manning document it is to stand in. */
                source: components["schemas"]["Text"];
                /** @description Its terms. */
                terms: components["schemas"]["BilletTerms"];
            };
        } | {
            /** @description Other terms for a billet; another office among them moves it there. */
            change: {
                /** @description Which billet. */
                billet: components["schemas"]["BilletId"];
                /** @description Its new terms. */
                terms: components["schemas"]["BilletTerms"];
            };
        } | {
            /** @description The end of a billet. */
            disestablish: {
                /** @description Which billet. */
                billet: components["schemas"]["BilletId"];
            };
        };
        /** @description The id of a billet */
        BilletId: string;
        /** @description A billet by id, number and title. */
        BilletName: {
            /** @description Its id. */
            id: components["schemas"]["BilletId"];
            /** @description Position number. */
            number: components["schemas"]["Text"];
            /** @description Title. */
            title: components["schemas"]["Text"];
        };
        /** @description A billet with its history. */
        BilletPage: components["schemas"]["BilletRow"] & {
            /** @description Approved gaps. */
            approved_gaps: components["schemas"]["ApprovedGap"][];
            /** @description The journal position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description Who is asked before it changes. */
            coordinators: components["schemas"]["Coordinator"][];
            /** @description Whether there is money for it, by date; funded where nothing is said. */
            funding_history: components["schemas"]["DatedFunding"][];
            /** @description Days without an incumbent, from two years back to three years ahead. */
            gaps: components["schemas"]["Span"][];
            /** @description Days with two primary incumbents, in the same time. */
            overlaps: components["schemas"]["Span"][];
            reports_to?: components["schemas"]["BilletName"] | null;
            /** @description The manning document. */
            source: components["schemas"]["Text"];
            /** @description What it supports. */
            supports: components["schemas"]["SupportRow"][];
            /** @description Its terms by date, earliest first. */
            terms: components["schemas"]["DatedTerms"][];
            /** @description Tour lengths. */
            tour_length: components["schemas"]["TourLength"];
            /** @description Its tours, as far as they are the asker's to see. */
            tours: components["schemas"]["TimelineTour"][];
        };
        /** @description A billet in a list. */
        BilletRow: {
            /** @description Whether dependents may come along. */
            accompanied: boolean;
            /** @description From when until when it is authorised. */
            authorised: components["schemas"]["Period"];
            /** @description Clearance needed. */
            clearance: components["schemas"]["Clearance"];
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            country?: components["schemas"]["Text"] | null;
            /** @description How it is filled. */
            fill_mode: components["schemas"]["FillMode"];
            /** @description Functional area. */
            functional_area: components["schemas"]["FunctionalArea"];
            /** @description Whether there is money for it on the day. */
            funded: boolean;
            /** @description What pays for it. */
            funding: components["schemas"]["FundingSource"];
            /** @description Authorised grade. */
            grade: components["schemas"]["Grade"];
            /** @description Its id. */
            id: components["schemas"]["BilletId"];
            incumbent?: components["schemas"]["PersonName"] | null;
            /** @description Whether it is key. */
            key: boolean;
            /** @description Languages needed, as `Arabic 2/2` (reading/speaking). */
            languages: string[];
            /** @description Position number. */
            number: components["schemas"]["Text"];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            /** @description The place of duty. */
            post: components["schemas"]["PostName"];
            sc_code?: components["schemas"]["ScCode"] | null;
            /** @description Whether it counts under section 515. */
            section_515: boolean;
            /** @description Which services may fill it, in words. */
            service_coding: string;
            specialty?: components["schemas"]["Text"] | null;
            /** @description Whether it is filled. */
            state: components["schemas"]["BilletState"];
            /** @description Title. */
            title: components["schemas"]["Text"];
        };
        /** @description Where a billet stands on a date. */
        BilletState: {
            /** @enum {string} */
            state: "filled";
            /** @description The incumbent's tour. */
            tour: components["schemas"]["TourId"];
        } | {
            /**
             * Format: date
             * @description The first day of this vacancy: after the last incumbent, the last approved gap, or from the authorisation.
             */
            since: string;
            /** @enum {string} */
            state: "vacant";
        } | {
            /** @enum {string} */
            state: "approved_gap";
            /**
             * Format: date
             * @description The first day after the approved gap.
             */
            until: string;
        } | {
            /** @enum {string} */
            state: "not_authorised";
        };
        /** @description Everything about a billet that may change from a date on. */
        BilletTerms: {
            /** @description Whether dependents may come along. */
            accompanied: boolean;
            /** @description The clearance it needs. */
            clearance: components["schemas"]["Clearance"];
            /** @description Which services may fill it. */
            coding: components["schemas"]["ServiceCoding"];
            /** @description Who is asked before it changes. */
            coordinators: components["schemas"]["Coordinator"][];
            /** @description How it is filled. */
            fill_mode: components["schemas"]["FillMode"];
            /** @description The functional area of its work. */
            functional_area: components["schemas"]["FunctionalArea"];
            /** @description The money that pays for it. */
            funding: components["schemas"]["FundingSource"];
            /** @description The grade it is authorised at. */
            grade: components["schemas"]["Grade"];
            /** @description Whether it is a key billet. */
            key: boolean;
            /** @description The languages it needs. */
            languages: components["schemas"]["LanguageRequirement"][];
            /** @description The office it belongs to. */
            office: components["schemas"]["OfficeId"];
            /** @description The place of duty. */
            place: components["schemas"]["PostId"];
            reports_to?: components["schemas"]["BilletId"] | null;
            sc_code?: components["schemas"]["ScCode"] | null;
            /** @description Whether a military incumbent counts under section 515. */
            section_515: boolean;
            specialty?: components["schemas"]["Text"] | null;
            /** @description Which countries and programs it supports, with shares. */
            supports: components["schemas"]["Support"][];
            /** @description Its title. */
            title: components["schemas"]["Text"];
            /** @description Tour lengths. */
            tour_length: components["schemas"]["TourLength"];
        };
        /** @description A piece of a section as the system writes it. */
        Block: {
            /** @enum {string} */
            block: "text";
            /** @description Its text. */
            text: string;
        } | {
            /** @enum {string} */
            block: "table";
            /** @description What it shows. */
            caption: string;
            /** @description The headings of its columns. */
            columns: string[];
            /** @description Its rows, a cell a column. */
            rows: string[][];
        };
        /** @description How unstable a slate is, as far as both sides are the asker's to see. */
        BlockingPage: components["schemas"]["Page_BlockingRow"] & {
            /** @description Blocking pairs of the whole slate. */
            count: number;
            /** @description Couples that would rather be elsewhere together where they are wanted. */
            couples: number;
            /** @description Couples the slate does not keep together. */
            couples_apart: number;
            /** @description Members whose ranking counted. */
            members_ranked: number;
            /** @description Openings for which an office's ranking counted. */
            offices_ranked: number;
        };
        /** @description An authority over the office. */
        BookAuthority: {
            /** @description What it confers. */
            acts: components["schemas"]["Act"][];
            /** @description Who holds it. */
            holder: string;
            /** @description Which kind. */
            kind: components["schemas"]["AuthorityKind"];
            /** @description The document it rests on. */
            source: components["schemas"]["Text"];
            /** @description What people call it. */
            title: string;
        };
        /** @description A billet of the office with who holds it. */
        BookBillet: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletBrief"];
            /** @description Clearance it needs. */
            clearance: components["schemas"]["Clearance"];
            /**
             * Format: date
             * @description Until when the billet is authorised, if it ends.
             */
            ends?: string | null;
            /** @description Whether there is money for it. */
            funded: boolean;
            /** @description Its grade. */
            grade: components["schemas"]["Grade"];
            incumbent?: components["schemas"]["PersonBrief"] | null;
            /** @description Whether it is key. */
            key: boolean;
            relief?: components["schemas"]["PersonBrief"] | null;
            /**
             * Format: date
             * @description The day the relief arrives.
             */
            relief_on?: string | null;
            /**
             * Format: date
             * @description The rotation date.
             */
            rotation?: string | null;
            /** @description Whether it counts under section 515. */
            section_515: boolean;
            /** @description Where it stands today. */
            state: components["schemas"]["BilletState"];
        };
        /** @description Somebody to call. */
        BookContact: {
            /** @description The name the account goes by. */
            name: components["schemas"]["Text"];
            /** @description For what: the command, the service, the whole. */
            reach: string;
            /** @description The role. */
            role: components["schemas"]["Role"];
            /** @description What the role is called. */
            title: string;
        };
        /** @description A published or synthetic figure of the host country. */
        BookFigure: {
            /** @description The fiscal year. */
            fiscal_year: components["schemas"]["FiscalYear"];
            /** @description What it measures. */
            measure: components["schemas"]["Measure"];
            /** @description The row it stands in. */
            source: components["schemas"]["Text"];
            /** @description Whether it was generated for demonstration. */
            synthetic: boolean;
            /**
             * Format: int64
             * @description The value.
             */
            value: number;
        };
        /** @description Days on which a billet will have nobody. */
        BookGap: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletBrief"];
            /** @description Whether it lasts to the end of the 24 months: nobody is planned. */
            open: boolean;
            /** @description Whether it begins within the next 12 months. */
            soon: boolean;
            /** @description The days within the next 24 months. */
            span: components["schemas"]["Span"];
        };
        /** @description Branches a scenario from a cycle, or from another scenario of it. */
        BranchScenario: {
            /** @description Which cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            of?: components["schemas"]["ScenarioId"] | null;
        };
        /** @description What a file brings or would bring. Each list shows its first 200. */
        Brought: {
            /** @description Fields that change by the rows the source owns, in all. */
            change_count: number;
            /** @description Rows that are new, say something new, or are back. */
            changed: number;
            /** @description The first of them. */
            changes: components["schemas"]["Change"][];
            /** @description Contradictions it brings, in all. */
            contradiction_count: number;
            /** @description The first of them. */
            contradictions: components["schemas"]["Flag"][];
            /** @description Rows that a full file has no more. */
            gone: number;
            /** @description Things worth knowing. */
            notes: string[];
            position?: components["schemas"]["Position"] | null;
            /** @description Rows whose person is to be decided, in all. */
            proposal_count: number;
            /** @description The first of them. */
            proposals: components["schemas"]["RowProposal"][];
            refused?: components["schemas"]["RefusedFile"] | null;
            /** @description Rows in the file. */
            rows: number;
            /** @description The first rows as they are read. */
            sample: components["schemas"]["ReadRow"][];
            /** @description Contradictions whose cause it takes away. */
            settled: number;
            /** @description Whether it was taken. */
            taken: boolean;
            /** @description Rows that say what they said. */
            unchanged: number;
        };
        /** @description A request by name. */
        ByNameRow: {
            /**
             * Format: date
             * @description The day the service declined.
             */
            declined?: string | null;
            /** @description Why this person, where it is the asker's to read. */
            justification?: string | null;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            person?: components["schemas"]["PersonName"] | null;
            /** @description Of which service. */
            service: components["schemas"]["Service"];
        };
        /** @description Gives a requisition up. */
        CancelRequisition: {
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description Which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description Cancels a tour that has not begun. */
        CancelTour: {
            /** @description Which tour. */
            tour: components["schemas"]["TourId"];
        };
        /** @description Somebody a row may be, as matching ranked them. */
        Candidate: {
            /** @description What speaks for and against, in words that hold no sealed value. */
            evidence: components["schemas"]["Text"][];
            /**
             * Format: int32
             * @description How likely, per mille.
             */
            likely_per_mille: number;
            /** @description Who. */
            person: components["schemas"]["PersonId"];
        };
        /** @description Somebody a row may be. */
        CandidateName: {
            /** @description What speaks for and against, in words without values. */
            evidence: components["schemas"]["Text"][];
            /**
             * Format: int32
             * @description How likely, per mille.
             */
            likely_per_mille: number;
            /** @description Their number. */
            number: components["schemas"]["Text"];
            office?: components["schemas"]["OfficeName"] | null;
            /** @description Who. */
            person: components["schemas"]["PersonName"];
        };
        /** @description A candidate. */
        CandidateRow: {
            billet?: components["schemas"]["BilletName"] | null;
            /** @description In how many other open requisitions the person is nominated. */
            elsewhere: number;
            /** @description Whether the person is nominated here already. */
            nominated: boolean;
            office?: components["schemas"]["OfficeName"] | null;
            person?: components["schemas"]["PersonName"] | null;
            why?: components["schemas"]["CandidateWhy"] | null;
        };
        /** @description One person held against the opening. */
        CandidateWhy: {
            /**
             * Format: date
             * @description The day the person could report, by ordinary facts.
             */
            awaited: string;
            /**
             * Format: int64
             * @description Points that the pair would cost.
             */
            cost: number;
            /** @description Whether every rule passes. */
            eligible: boolean;
            /**
             * Format: date
             * @description The first day the person is free, by ordinary facts.
             */
            free: string;
            /** @description Every rule and what it compared. */
            rules: components["schemas"]["RuleWhy"][];
        };
        /** @description Who might fill a requisition. */
        CandidatesPage: {
            /** @description How many pass every rule. */
            eligible: number;
            /** @description The rows of the page. */
            items: components["schemas"]["CandidateRow"][];
            /** @description How many more of the asker's people were looked at. */
            left_out: number;
            /** @description How many are listed: those against whom not more than one of service, grade and specialty speaks. */
            listed: number;
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows that match. */
            total: number;
        };
        /** @description Why a case is stuck. */
        CaseAlarm: {
            /**
             * Format: int32
             * @description Days that would be plausible, or are allowed.
             */
            allowed: number;
            /**
             * Format: int32
             * @description Days that counts for; at a step, days on hold left out.
             */
            days: number;
            /** @description What is wrong. */
            kind: components["schemas"]["StuckKind"];
            /** @description What would mend it. */
            mend: string;
            /**
             * Format: date
             * @description Since when.
             */
            since: string;
            /** @description Who is to act, in words that name no person. */
            who: string;
            /** @description Why, in numbers. */
            why: string;
        };
        /** @description An assessment of the letter of request. */
        CaseAssessment: {
            /** @description What was found. */
            found: components["schemas"]["LorAssessment"];
            /** @description What is missing. */
            missing: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
        };
        /** @description A bill (DD 645) as it was issued. */
        CaseBill: {
            /**
             * Format: int64
             * @description How much, US cents.
             */
            cents: number;
            /**
             * Format: date
             * @description The day by which it is to be paid.
             */
            due: string;
            /**
             * Format: date
             * @description The day it was issued.
             */
            issued: string;
        };
        /** @description Why and how a case is to be closed. */
        CaseClosure: {
            /**
             * Format: date
             * @description The last day of the accelerated procedure.
             */
            accelerated_until?: string | null;
            /**
             * Format: date
             * @description The day from which it is closed by force.
             */
            forced_from?: string | null;
            /** @description By which way. */
            path: components["schemas"]["ClosurePath"];
            /**
             * Format: date
             * @description Since when it is to be closed: supply complete, closed for now, or idle.
             */
            since: string;
            /** @description What stops it; none: it can be closed. */
            stops: components["schemas"]["ClosureStop"][];
        };
        /** @description A correction of a milestone. */
        CaseCorrection: {
            /**
             * Format: date
             * @description The day of the correction.
             */
            on: string;
            /** @description Why. */
            reason: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day recorded before.
             */
            was: string;
            /** @description Whether the milestone was withdrawn. */
            withdrawn: boolean;
        };
        /** @description A reason for delay. */
        CaseDelay: {
            /** @description In words. */
            note: components["schemas"]["Text"];
            /** @description Which reason. */
            reason: components["schemas"]["DelayReason"];
            /**
             * Format: date
             * @description Since when.
             */
            since: string;
            /** @description What it says. */
            title: string;
        };
        /** @description A delivery of one line. */
        CaseDelivery: {
            /**
             * Format: date
             * @description The day it was made.
             */
            delivered?: string | null;
            /**
             * Format: int32
             * @description Which line.
             */
            line: number;
            /**
             * Format: date
             * @description The day it was ordered or planned.
             */
            ordered: string;
            /**
             * Format: date
             * @description The day first planned for it.
             */
            planned: string;
            /**
             * Format: int32
             * @description How many; 1 for services.
             */
            quantity: number;
            /** @description How it was put off, earliest first. */
            slips?: components["schemas"]["DeliverySlip"][];
            /**
             * Format: date
             * @description The day it was taken out of the plan.
             */
            withdrawn?: string | null;
        };
        /** @description A delivery of a case. */
        CaseDeliveryRow: {
            /**
             * Format: date
             * @description The day it was made.
             */
            delivered?: string | null;
            /** @description Its place among the case's deliveries, from 0: what a command names. */
            entry: number;
            /**
             * Format: date
             * @description The day it is expected, or was last expected.
             */
            expected: string;
            /** @description Whether it is open and past its day. */
            late: boolean;
            /**
             * Format: int32
             * @description Which line.
             */
            line: number;
            /**
             * Format: date
             * @description The day it was ordered or planned.
             */
            ordered: string;
            /**
             * Format: date
             * @description The day first planned for it.
             */
            planned: string;
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /**
             * Format: int32
             * @description Days that it came, or is expected, after the day first planned.
             */
            slip_days: number;
            /** @description How it was put off, earliest first. */
            slips: components["schemas"]["DeliverySlip"][];
            /**
             * Format: date
             * @description The day it was taken out of the plan.
             */
            withdrawn?: string | null;
        };
        /** @description A departure from the rules. */
        CaseDeviation: {
            /** @description What sort. */
            kind: components["schemas"]["DeviationKind"];
            /** @description The milestone that departs. */
            milestone: components["schemas"]["Milestone"];
            /**
             * Format: date
             * @description Its day.
             */
            on: string;
            /** @description What is wrong, as a sentence. */
            problem: string;
        };
        /** @description A difference. */
        CaseDifference: {
            /**
             * Format: int64
             * @description By how much, US cents.
             */
            cents: number;
            explained?: components["schemas"]["Text"] | null;
            /** @description What does not agree. */
            kind: components["schemas"]["DifferenceKind"];
        };
        /** @description A discrepancy report. */
        CaseDiscrepancy: {
            answer?: components["schemas"]["DiscrepancyAnswer"] | null;
            /**
             * Format: int64
             * @description What is claimed, US cents.
             */
            claim_cents: number;
            /**
             * Format: date
             * @description The day it was closed.
             */
            closed?: string | null;
            /**
             * Format: date
             * @description The day of the delivery it is about: the line's last before it was filed.
             */
            delivered: string;
            /**
             * Format: date
             * @description The day it was filed.
             */
            filed: string;
            /** @description What is wrong. */
            kind: components["schemas"]["DiscrepancyKind"];
            /**
             * Format: int32
             * @description Which line.
             */
            line: number;
            /** @description In words; names no person. */
            note: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description How many are concerned.
             */
            quantity: number;
            /**
             * Format: date
             * @description Since when it is under review.
             */
            review?: string | null;
        };
        /** @description A discrepancy report of a case. */
        CaseDiscrepancyRow: {
            /**
             * Format: int32
             * @description Days from filing until it was closed, or until today.
             */
            age: number;
            /** @description Its place among the case's reports, from 0: what a command names. */
            entry: number;
            holder?: components["schemas"]["CaseHolder"] | null;
            /** @description The report. */
            report: components["schemas"]["CaseDiscrepancy"];
            /** @description Where it stands. */
            status: components["schemas"]["DiscrepancyStatus"];
        };
        /** @description How an office's cases would be shared. */
        CaseDistribution: {
            /** @description How evenly it would lie. */
            after: components["schemas"]["LoadSpread"];
            /** @description How evenly load lies before. */
            before: components["schemas"]["LoadSpread"];
            /** @description What each manager carries. */
            managers: components["schemas"]["ManagerLoad"][];
            /** @description Which office. */
            office: components["schemas"]["OfficeName"];
            /** @description Each case and who should get it. */
            shares: components["schemas"]["CaseShare"][];
            /** @description Cases that there are to share; no more than a thousand are shared at once. */
            waiting: number;
        };
        /** @description A document after the basic offer. */
        CaseDocumentRow: {
            /**
             * Format: int64
             * @description By how much it changed the value, US cents.
             */
            change_cents: number;
            /** @description What kind. */
            kind: components["schemas"]["DocumentKind"];
            /**
             * Format: int32
             * @description The how-manieth of its kind.
             */
            number: number;
            /**
             * Format: date
             * @description The day it took effect.
             */
            on: string;
        };
        /** @description A case in execution. */
        CaseExecution: {
            /**
             * Format: int64
             * @description Asked for: initial deposit and bills, US cents.
             */
            asked_cents: number;
            /** @description Bills, in the order of recording. */
            bills: components["schemas"]["CaseBill"][];
            closure?: components["schemas"]["CaseClosure"] | null;
            /**
             * Format: int64
             * @description Credited on discrepancy reports, US cents.
             */
            credited_cents: number;
            /**
             * Format: int64
             * @description What was delivered is worth, US cents, without surcharge.
             */
            delivered_cents: number;
            /** @description Deliveries, in the order of recording. */
            deliveries: components["schemas"]["CaseDeliveryRow"][];
            /** @description Discrepancy reports, in the order of filing. */
            discrepancies: components["schemas"]["CaseDiscrepancyRow"][];
            /** @description What was delivered of each line. */
            lines_delivered: components["schemas"]["LineDelivered"][];
            next_bill?: components["schemas"]["CaseBill"] | null;
            /** @description Payments, in the order of recording. */
            payments: components["schemas"]["CasePayment"][];
            /** @description What is to be paid: asked for and not paid, then planned. */
            payments_due: components["schemas"]["PaymentDue"][];
            /**
             * Format: int64
             * @description Received, less what was paid back, US cents.
             */
            received_cents: number;
            /** @description Reconciliations, latest last. */
            reconciliations: components["schemas"]["CaseReconciliationRow"][];
            /** @description Reviews, in the order of recording. */
            reviews: components["schemas"]["CaseReview"][];
            schedule?: components["schemas"]["PaymentSchedule"] | null;
            /**
             * Format: int64
             * @description By how much the schedule differs from the total, US cents.
             */
            schedule_difference_cents?: number | null;
            /**
             * Format: int64
             * @description Its value with the administrative surcharge, US cents.
             */
            total_cents: number;
        };
        /** @description How cases flow. */
        CaseFlow: {
            /** @description Where delay arises that lasts, most first. */
            bottlenecks: components["schemas"]["FlowBottleneck"][];
            /**
             * Format: int64
             * @description Cases.
             */
            cases: number;
            /**
             * Format: int64
             * @description Cases that keep the order.
             */
            conforming: number;
            /** @description Departures from the order. */
            departures: components["schemas"]["FlowDeparture"][];
            /**
             * Format: int64
             * @description Events: milestones, requests, holds.
             */
            events: number;
            /** @description What is done again. */
            rework: components["schemas"]["FlowRework"][];
            /** @description The directly-follows graph with its times, most frequent first. */
            segments: components["schemas"]["FlowSegment"][];
            /** @description Whether some of the histories are synthetic: such times prove nothing of the real world. */
            synthetic: boolean;
            /** @description The ways that most cases took. */
            top_variants: components["schemas"]["FlowVariant"][];
            /** @description Distinct ways. */
            variants: number;
        };
        /** @description What a row of a system of record says of a case: all but its history. */
        CaseHead: {
            /** @description The group of its time goal. */
            category: components["schemas"]["GoalCategory"];
            /**
             * Format: date
             * @description The day its offer expires; none leaves what is held.
             */
            expires?: string | null;
            /** @description What kind of case it is. */
            kind: components["schemas"]["CaseKind"];
            /** @description Its lines; none leaves those held. */
            lines?: components["schemas"]["CaseLine"][] | null;
            /**
             * Format: date
             * @description The day the letter of request was received.
             */
            lor: string;
            manager?: components["schemas"]["PersonId"] | null;
            /** @description The office that works it. */
            office: components["schemas"]["OfficeId"];
            /** @description What is bought, in short. */
            title: components["schemas"]["Text"];
        };
        /** @description A hold on a case. */
        CaseHold: {
            /** @description Whether it was approved; none where it waits. */
            approved?: boolean | null;
            /**
             * Format: date
             * @description The day it was decided.
             */
            decided?: string | null;
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /** @description Why. */
            justification: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day it was lifted.
             */
            lifted?: string | null;
            /** @description The organisation that asked for it. */
            requester: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day by which it is to end.
             */
            until?: string | null;
            /** @description Whether the asker placed it, and so does not decide on it. */
            yours: boolean;
        };
        /**
         * @description Who works a step. Only some are pools of the workforce: staffing moves nothing with the others.
         * @enum {string}
         */
        CaseHolder: "sco" | "agency" | "case_writers" | "program_managers" | "state" | "congress" | "industry" | "purchaser";
        /** @description The id of a case */
        CaseId: string;
        /** @description A dated part of what a case costs. */
        CaseInstalment: {
            /**
             * Format: int64
             * @description How much, US cents.
             */
            cents: number;
            /**
             * Format: date
             * @description The day by which it is to be paid.
             */
            due: string;
        };
        /**
         * @description What kind of case it is.
         * @enum {string}
         */
        CaseKind: "defined_order" | "blanket_order" | "supply_support" | "pseudo_loa";
        /** @description A line of a case. */
        CaseLine: {
            /** @description What sort of thing that is. */
            class: components["schemas"]["LineClass"];
            /**
             * Format: int32
             * @description Its number, from 1: printed `001`.
             */
            line: number;
            /**
             * Format: int32
             * @description How many; 1 for services.
             */
            quantity: number;
            /** @description What it buys. */
            title: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description Its value, US cents.
             */
            value_cents: number;
        };
        /** @description A milestone as it was recorded. */
        CaseMilestone: {
            corrected?: components["schemas"]["CaseCorrection"] | null;
            /** @description Its place among those recorded, from 0: what a correction names. */
            entry: number;
            /** @description Which milestone. */
            milestone: components["schemas"]["Milestone"];
            /**
             * Format: date
             * @description The day it was reached.
             */
            on: string;
        };
        /** @description What is said anew of one case. */
        CaseNews: {
            /** @description Documents after the basic offer: kind, number, day, change in value (US cents). */
            documents?: [
                "amendment" | "modification" | "restatement" | "counteroffer" | "reactivation",
                number,
                string,
                number
            ][];
            head?: components["schemas"]["CaseHead"] | null;
            /** @description Approved holds; one that begins on the day of a held one says when that was lifted. */
            holds?: components["schemas"]["HoldRecord"][];
            /**
             * Format: date
             * @description The day the letter of request was received, where an event says so.
             */
            lor?: string | null;
            /** @description Milestones that were reached. */
            milestones?: [
                "initiated" | "development_status" | "case_assigned" | "case_returned" | "stage_one_sent" | "stage_one_accepted" | "agency_approved" | "writer_assigned" | "writing_started" | "writer_returned" | "writing_status" | "writing_complete" | "review_status" | "program_wait" | "program_reviewed" | "agency_signed" | "writer_approved" | "proposed_status" | "state_listed" | "state_approved" | "countersigned" | "offered" | "accepted" | "deposited" | "implemented" | "supply_complete" | "interim_closed" | "closed" | "development_reactivated" | "agency_reactivated" | "cancelled",
                string
            ][];
            /** @description Steps of the notification of Congress. */
            notification?: [
                "tiered_review" | "tiered_cleared" | "advance_notice" | "formal",
                string
            ][];
            /** @description Its identifier. */
            number: components["schemas"]["CaseNumber"];
        };
        /** @description Something said about a case. */
        CaseNoteRow: {
            by?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description The words. */
            words: components["schemas"]["Text"];
        };
        /** @description A step of the notification. */
        CaseNotificationStep: {
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description Which step. */
            step: components["schemas"]["NotificationStep"];
            /** @description What it says. */
            title: string;
        };
        /** @description The notification of Congress. */
        CaseNotificationTrack: {
            /** @description The thresholds reached today; none: Congress need not be notified. */
            causes: components["schemas"]["NotificationCause"][];
            /**
             * Format: date
             * @description The first day on which an offer may be made.
             */
            ends?: string | null;
            /** @description Steps taken, with their days. */
            steps: components["schemas"]["CaseNotificationStep"][];
            transmittal?: components["schemas"]["Text"] | null;
        };
        /** @description A case identifier: purchaser code, agency, designator, such as `BN-B-UAA` */
        CaseNumber: string;
        /** @description The outlook of the cases in scope that are not yet offered. */
        CaseOutlooks: {
            /** @description Of those, with an end of the range that is known. */
            bounded: number;
            /** @description Cases in scope with a forecast. */
            cases: number;
            /** @description How many decided cases it learned from. */
            learned: number;
            /**
             * Format: date
             * @description The day it was made.
             */
            made: string;
            /** @description Whether it is made from synthetic histories. */
            synthetic: boolean;
            /** @description Of those, offered within 90 days as likely as not. */
            within_90_days: number;
        };
        /** @description Everything about one case. */
        CasePage: components["schemas"]["CaseRow"] & {
            /** @description Assessments of the letter of request. */
            assessed: components["schemas"]["CaseAssessment"][];
            /** @description Reasons for delay. */
            delays: components["schemas"]["CaseDelay"][];
            /** @description How its history departs from the rules. */
            departures: components["schemas"]["CaseDeviation"][];
            /** @description Documents after the basic offer. */
            documents: components["schemas"]["CaseDocumentRow"][];
            /**
             * Format: date
             * @description The last day on which its offer may be accepted, from the agency's approval on.
             */
            expiry?: string | null;
            forecast?: components["schemas"]["OfferForecast"] | null;
            /** @description Whether that is still being worked out: ask again. */
            forecast_pending: boolean;
            /** @description Holds. */
            holds: components["schemas"]["CaseHold"][];
            /** @description Lines. */
            lines: components["schemas"]["CaseLine"][];
            /**
             * Format: date
             * @description The day the letter of request was received.
             */
            lor: string;
            /**
             * Format: date
             * @description Since when it has its manager.
             */
            managed_since?: string | null;
            /** @description Milestones that may be recorded now. */
            may_reach: components["schemas"]["Milestone"][];
            /** @description Milestones in the order of recording. */
            milestones: components["schemas"]["CaseMilestone"][];
            /** @description What was said about it. */
            notes: components["schemas"]["CaseNoteRow"][];
            /** @description The notification of Congress. */
            notification: components["schemas"]["CaseNotificationTrack"];
            /** @description What its purchaser was told and asked. */
            purchaser: components["schemas"]["PurchaserSide"];
            /** @description Payments, deliveries, discrepancy reports, reviews, reconciliations, closure. */
            running: components["schemas"]["CaseExecution"];
            /**
             * Format: int64
             * @description Administrative surcharge, per mille.
             */
            surcharge_per_mille?: number | null;
        };
        /** @description A payment received, or paid back where it is negative. */
        CasePayment: {
            /**
             * Format: int64
             * @description How much, US cents.
             */
            cents: number;
            /**
             * Format: date
             * @description The day it was received.
             */
            on: string;
        };
        /**
         * @description Where a case stands; derived from its milestones, never stored.
         * @enum {string}
         */
        CasePhase: "lor_processing" | "data_development" | "writing" | "review" | "state_review" | "offered" | "accepted" | "executing" | "supply_complete" | "interim_closed" | "closed" | "cancelled";
        /** @description A reconciliation with the figures that it compared, US cents. */
        CaseReconciliation: {
            /**
             * Format: int64
             * @description Asked for: initial deposit and bills.
             */
            asked_cents: number;
            /**
             * Format: int64
             * @description Credited on discrepancy reports.
             */
            credited_cents: number;
            /**
             * Format: int64
             * @description Delivered, without surcharge.
             */
            delivered_cents: number;
            /**
             * Format: int64
             * @description Delivered, with the surcharge.
             */
            delivered_total_cents: number;
            /**
             * Format: int64
             * @description Of what was asked for, what fell due.
             */
            due_cents: number;
            /** @description Differences that were explained. */
            explained?: components["schemas"]["ExplainedDifference"][];
            /**
             * Format: int64
             * @description Obligated, by the accounting system.
             */
            obligated_cents: number;
            /**
             * Format: int64
             * @description Value of the lines.
             */
            ordered_cents: number;
            /**
             * Format: int64
             * @description Received, less what was paid back.
             */
            received_cents: number;
            /**
             * Format: int64
             * @description What the payment schedule adds up to; none without a schedule.
             */
            scheduled_cents?: number | null;
            /**
             * Format: date
             * @description The day up to which the figures count.
             */
            through: string;
            /**
             * Format: int64
             * @description Value of the lines with the surcharge.
             */
            total_cents: number;
            year?: components["schemas"]["FiscalYear"] | null;
        };
        /** @description A reconciliation with what did not agree. */
        CaseReconciliationRow: {
            /** @description Everything that does not agree, explained or not. */
            differences: components["schemas"]["CaseDifference"][];
            /** @description The figures. */
            figures: components["schemas"]["CaseReconciliation"];
        };
        /** @description Everything a system of record says of one case. */
        CaseRecord: {
            /** @description Assessments of the letter of request: the day, what was found, what was missing. */
            assessed?: [
                string,
                "actionable" | "complete" | "insufficient",
                string
            ][];
            /** @description The group of its time goal. */
            category: components["schemas"]["GoalCategory"];
            /** @description Reasons for delay: which, since when, in words. */
            delays?: [
                "first_article" | "first_purchaser" | "engineering" | "system_differs" | "release" | "pricing" | "coordination" | "requirements" | "funding" | "other",
                string,
                string
            ][];
            /** @description Documents after the basic offer: kind, number, day, change in value (US cents). */
            documents?: [
                "amendment" | "modification" | "restatement" | "counteroffer" | "reactivation",
                number,
                string,
                number
            ][];
            /**
             * @description What is said of its execution: schedule, bills, payments, deliveries, discrepancy reports, reviews,
             *     reconciliations.
             */
            execution?: components["schemas"]["Execution"];
            /**
             * Format: date
             * @description The day its offer expires, where one was set.
             */
            expires?: string | null;
            /** @description Approved holds. */
            holds?: components["schemas"]["HoldRecord"][];
            /** @description What kind of case it is. */
            kind: components["schemas"]["CaseKind"];
            /** @description Its lines. */
            lines: components["schemas"]["CaseLine"][];
            /**
             * Format: date
             * @description The day the letter of request was received.
             */
            lor: string;
            manager?: components["schemas"]["PersonId"] | null;
            /** @description Milestones with their days, in the order reported. */
            milestones: [
                "initiated" | "development_status" | "case_assigned" | "case_returned" | "stage_one_sent" | "stage_one_accepted" | "agency_approved" | "writer_assigned" | "writing_started" | "writer_returned" | "writing_status" | "writing_complete" | "review_status" | "program_wait" | "program_reviewed" | "agency_signed" | "writer_approved" | "proposed_status" | "state_listed" | "state_approved" | "countersigned" | "offered" | "accepted" | "deposited" | "implemented" | "supply_complete" | "interim_closed" | "closed" | "development_reactivated" | "agency_reactivated" | "cancelled",
                string
            ][];
            notification?: {
                /** @description Steps with their days, earliest first. */
                steps: [
                    "tiered_review" | "tiered_cleared" | "advance_notice" | "formal",
                    string
                ][];
                transmittal?: components["schemas"]["Text"] | null;
            } & Record<string, never>;
            /** @description Its identifier. */
            number: components["schemas"]["CaseNumber"];
            /** @description The office that works it. */
            office: components["schemas"]["OfficeId"];
            /** @description What is bought, in short. */
            title: components["schemas"]["Text"];
        };
        /** @description A review, planned or held. */
        CaseReview: {
            /** @description What is to be done. */
            actions?: components["schemas"]["ReviewAction"][];
            /** @description What was found; names no person. */
            findings?: components["schemas"]["Text"];
            /** @description Whether it was held. */
            held: boolean;
            /** @description What sort. */
            kind: components["schemas"]["CaseReviewKind"];
            /**
             * Format: date
             * @description The day it is planned for, or was held.
             */
            on: string;
        };
        /**
         * @description What sort of review.
         * @enum {string}
         */
        CaseReviewKind: "program" | "financial";
        /** @description A case in the queue. */
        CaseRow: {
            /** @description Why it is stuck; empty where it is not. */
            alarms: components["schemas"]["CaseAlarm"][];
            /** @description The group of its time goal. */
            category: components["schemas"]["GoalCategory"];
            /** @description The journal position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description The clock to its offer. */
            clock: components["schemas"]["OfferClock"];
            /** @description The purchaser's country. */
            country: components["schemas"]["CountryName"];
            /**
             * Format: int32
             * @description For how many days.
             */
            days: number;
            /** @description In how many ways its history departs from the rules. */
            deviations: number;
            /** @description What is due or open of its execution. */
            execution: components["schemas"]["ExecutionState"];
            /**
             * Format: date
             * @description The day its offer expires, while it is offered.
             */
            expires?: string | null;
            /**
             * Format: date
             * @description Since when it is on hold.
             */
            held_since?: string | null;
            /** @description Whether a hold waits to be decided. */
            hold_asked: boolean;
            /**
             * Format: date
             * @description The day by which its hold was to end, where that has passed.
             */
            hold_overdue?: string | null;
            holder?: components["schemas"]["CaseHolder"] | null;
            /** @description Its id. */
            id: components["schemas"]["CaseId"];
            /** @description What kind of case it is. */
            kind: components["schemas"]["CaseKind"];
            /**
             * Format: int32
             * @description Days left of the goal; negative when it is passed.
             */
            left?: number | null;
            /** @description Whether somebody manages it. */
            managed: boolean;
            manager?: components["schemas"]["PersonName"] | null;
            milestone?: components["schemas"]["Milestone"] | null;
            next?: components["schemas"]["Milestone"] | null;
            /** @description Its identifier. */
            number: components["schemas"]["CaseNumber"];
            offer?: components["schemas"]["ForecastRange"] | null;
            /** @description The office that works it. */
            office: components["schemas"]["OfficeName"];
            /** @description Where it stands. */
            phase: components["schemas"]["CasePhase"];
            /**
             * Format: date
             * @description Since when it stands there.
             */
            since: string;
            source?: components["schemas"]["Text"] | null;
            /** @description What is bought, in short. */
            title: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description Its value, US cents.
             */
            value_cents: number;
            /** @description Whether the asker watches it. */
            watched: boolean;
        };
        /** @description Who should get a case, and why. */
        CaseShare: {
            /** @description Cases of the same kind and group that they managed. */
            alike: number;
            /**
             * Format: double
             * @description By how many points the next best costs more.
             */
            by?: number | null;
            /** @description The case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: double
             * @description Points off for having had or worked this case.
             */
            continuity: number;
            /** @description The purchaser's country. */
            country: components["schemas"]["CountryName"];
            /**
             * Format: double
             * @description Points off for cases of the same kind and group.
             */
            expertise: number;
            /**
             * Format: double
             * @description Points off for the country.
             */
            known_country: number;
            /**
             * Format: double
             * @description Points for what they carry.
             */
            load: number;
            /** @description Its identifier. */
            number: components["schemas"]["CaseNumber"];
            /** @description Cases of the country that they managed. */
            of_country: number;
            /** @description Who should get it. */
            person: components["schemas"]["PersonName"];
            runner_up?: components["schemas"]["PersonName"] | null;
            /** @description What is bought, in short. */
            title: components["schemas"]["Text"];
        };
        /** @description The queue in figures. */
        CaseSummary: {
            /** @description Cases not yet offered by the reason noted, in the order of the reasons. */
            delays: components["schemas"]["DelayCount"][];
            /** @description With a history that departs from the rules, those that are over included. */
            departing: number;
            /** @description What is due and open of those in execution. */
            execution: components["schemas"]["ExecutionFigures"];
            /** @description On hold. */
            held: number;
            /** @description By who works them. */
            holders: components["schemas"]["HolderCount"][];
            /** @description Holds that wait to be decided, or should have ended. */
            holds: number;
            /** @description Past their goal, and not offered. */
            late: number;
            /** @description Offered in the last twelve months. */
            offered: number;
            /** @description By the office that works them, most cases first. */
            offices: components["schemas"]["OfficeCount"][];
            /** @description Open cases. */
            open: number;
            /** @description By phase, in order. */
            phases: components["schemas"]["PhaseCount"][];
            /** @description Stuck, for whatever reason. */
            stuck: number;
            /** @description Stuck by reason and step, most cases first; a case that is stuck for two reasons counts in both. */
            stuck_steps: components["schemas"]["StuckStep"][];
            /** @description Managed by nobody. */
            unassigned: number;
            /**
             * Format: int64
             * @description What they are worth, US cents.
             */
            value_cents: number;
            /** @description Of those, within their goal. */
            within_goal: number;
        };
        /** @description A certificate a person earned. */
        Certificate: {
            /** @description In which area. */
            area: components["schemas"]["FunctionalArea"];
            /**
             * Format: date
             * @description The day it was earned.
             */
            earned: string;
            /**
             * Format: date
             * @description The first day it holds no more, unless continuous learning keeps it current.
             */
            lapses?: string | null;
            /** @description At which level. */
            level: components["schemas"]["CertificateLevel"];
        };
        /**
         * @description Certification levels of program 1.0 (DoDI 5132.15), least first.
         * @enum {string}
         */
        CertificateLevel: "basic" | "intermediate" | "advanced" | "executive";
        /** @description A field that would change. Sealed values are named, not shown. */
        Change: {
            /** @description What the file says. */
            after?: string | null;
            /** @description What is held. */
            before?: string | null;
            /** @description The field; `new` for a row that is not held yet. */
            field: string;
            /** @description What it is about. */
            subject: string;
        };
        /** @description Changes a billet's terms from a date on, or corrects what was recorded for that date. */
        ChangeBillet: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletId"];
            /**
             * Format: date
             * @description The first day of the new terms.
             */
            from: string;
            /** @description The new terms. */
            terms: components["schemas"]["BilletTerms"];
        };
        /** @description The id of a billet change request */
        ChangeRequestId: string;
        /** @description Changes a scenario in one step, and its name if one is given. */
        ChangeScenario: {
            /** @description The changes of the step, in order. */
            changes: components["schemas"]["ScenarioChange"][];
            name?: components["schemas"]["Text"] | null;
            /** @description Which scenario. */
            scenario: components["schemas"]["ScenarioId"];
        };
        /** @description What a rule found, in words for two audiences. */
        Checked: {
            /** @description What was held against what, of ordinary facts only: `needs O-5, holds O-5`. */
            compared: string;
            /** @description Whether the facts that the rule asks for are known; where they are not, a lever says how that counts. */
            known: boolean;
            /** @description Whether the pair passes. */
            passed: boolean;
            /** @description The same with sealed facts, for those who may see the person's personal and family fields. */
            private?: string | null;
            waiver?: components["schemas"]["WaiverId"] | null;
        };
        /**
         * @description A security clearance, least first.
         * @enum {string}
         */
        Clearance: "none" | "secret" | "top_secret" | "top_secret_sci";
        /** @description A clearance a person holds. */
        ClearanceHeld: {
            /**
             * Format: date
             * @description The first day it holds no more, if known.
             */
            expires?: string | null;
            /** @description The level. */
            level: components["schemas"]["Clearance"];
        };
        /** @description Closes a cycle: no more preferences, no more slates. */
        CloseCycle: {
            /** @description Which cycle. */
            cycle: components["schemas"]["CycleId"];
        };
        /** @description How many cases are to be closed by a way. */
        ClosureCount: {
            /** @description How many cases. */
            cases: number;
            /** @description Of those, with nothing that stops it. */
            closable: number;
            /** @description Which way. */
            path: components["schemas"]["ClosurePath"];
            /**
             * Format: int64
             * @description What they are worth, US cents.
             */
            value_cents: number;
        };
        /**
         * @description By which way a case is to be closed.
         * @enum {string}
         */
        ClosurePath: "idle" | "accelerated" | "priority" | "forced" | "interim";
        /** @description Something that stops a closure. */
        ClosureStop: {
            /** @description What sort. */
            kind: components["schemas"]["ClosureStopKind"];
            /** @description What is open, as a sentence. */
            problem: string;
        };
        /**
         * @description What stops a closure.
         * @enum {string}
         */
        ClosureStopKind: "open_delivery" | "undelivered" | "open_discrepancy" | "open_bill" | "unreconciled" | "not_reconciled";
        /** @description A code of the source and the word of Muster's own files that it stands for. */
        Code: {
            /** @description As Muster's own files write it; empty where the source's code stands for nothing. */
            ours: components["schemas"]["Text"];
            /** @description As the source writes it; case makes no difference. */
            theirs: components["schemas"]["Text"];
        };
        /** @description Everything that may be asked to change. */
        Command: {
            body: components["schemas"]["RegisterOffice"];
            /** @enum {string} */
            command: "register_office";
        } | {
            body: components["schemas"]["EndOffice"];
            /** @enum {string} */
            command: "end_office";
        } | {
            body: components["schemas"]["ValidateStrength"];
            /** @enum {string} */
            command: "validate_strength";
        } | {
            body: components["schemas"]["RegisterPost"];
            /** @enum {string} */
            command: "register_post";
        } | {
            body: components["schemas"]["SetPostDifferentials"];
            /** @enum {string} */
            command: "set_post_differentials";
        } | {
            body: components["schemas"]["SetPostStatus"];
            /** @enum {string} */
            command: "set_post_status";
        } | {
            body: components["schemas"]["OrderDeparture"];
            /** @enum {string} */
            command: "order_departure";
        } | {
            body: components["schemas"]["EndDeparture"];
            /** @enum {string} */
            command: "end_departure";
        } | {
            body: components["schemas"]["RescindDeparture"];
            /** @enum {string} */
            command: "rescind_departure";
        } | {
            body: components["schemas"]["DivertPerson"];
            /** @enum {string} */
            command: "divert_person";
        } | {
            body: components["schemas"]["EndDiversion"];
            /** @enum {string} */
            command: "end_diversion";
        } | {
            body: components["schemas"]["AugmentOffice"];
            /** @enum {string} */
            command: "augment_office";
        } | {
            body: components["schemas"]["EndAugmentation"];
            /** @enum {string} */
            command: "end_augmentation";
        } | {
            body: components["schemas"]["RecordAuthority"];
            /** @enum {string} */
            command: "record_authority";
        } | {
            body: components["schemas"]["RegisterCountry"];
            /** @enum {string} */
            command: "register_country";
        } | {
            body: components["schemas"]["RecordFigures"];
            /** @enum {string} */
            command: "record_figures";
        } | {
            body: components["schemas"]["RecordPublishedNotifications"];
            /** @enum {string} */
            command: "record_published_notifications";
        } | {
            body: components["schemas"]["SetResponsibleCommand"];
            /** @enum {string} */
            command: "set_responsible_command";
        } | {
            body: components["schemas"]["SetPriority"];
            /** @enum {string} */
            command: "set_priority";
        } | {
            body: components["schemas"]["AuthoriseSection515"];
            /** @enum {string} */
            command: "authorise_section515";
        } | {
            body: components["schemas"]["RecordDataset"];
            /** @enum {string} */
            command: "record_dataset";
        } | {
            body: components["schemas"]["AuthoriseBillet"];
            /** @enum {string} */
            command: "authorise_billet";
        } | {
            body: components["schemas"]["ChangeBillet"];
            /** @enum {string} */
            command: "change_billet";
        } | {
            body: components["schemas"]["EndBillet"];
            /** @enum {string} */
            command: "end_billet";
        } | {
            body: components["schemas"]["ApproveGap"];
            /** @enum {string} */
            command: "approve_gap";
        } | {
            body: components["schemas"]["AuthoriseOverlap"];
            /** @enum {string} */
            command: "authorise_overlap";
        } | {
            body: components["schemas"]["FundBillet"];
            /** @enum {string} */
            command: "fund_billet";
        } | {
            body: components["schemas"]["DraftBilletRequest"];
            /** @enum {string} */
            command: "draft_billet_request";
        } | {
            body: components["schemas"]["AmendBilletRequest"];
            /** @enum {string} */
            command: "amend_billet_request";
        } | {
            body: components["schemas"]["EditPacket"];
            /** @enum {string} */
            command: "edit_packet";
        } | {
            body: components["schemas"]["SubmitBilletRequest"];
            /** @enum {string} */
            command: "submit_billet_request";
        } | {
            body: components["schemas"]["ReviewBilletRequest"];
            /** @enum {string} */
            command: "review_billet_request";
        } | {
            body: components["schemas"]["AnswerBilletRequest"];
            /** @enum {string} */
            command: "answer_billet_request";
        } | {
            body: components["schemas"]["DecideBilletRequest"];
            /** @enum {string} */
            command: "decide_billet_request";
        } | {
            body: components["schemas"]["WithdrawBilletRequest"];
            /** @enum {string} */
            command: "withdraw_billet_request";
        } | {
            body: components["schemas"]["RegisterPerson"];
            /** @enum {string} */
            command: "register_person";
        } | {
            body: components["schemas"]["UpdatePerson"];
            /** @enum {string} */
            command: "update_person";
        } | {
            body: components["schemas"]["ErasePerson"];
            /** @enum {string} */
            command: "erase_person";
        } | {
            body: components["schemas"]["PlanTour"];
            /** @enum {string} */
            command: "plan_tour";
        } | {
            body: components["schemas"]["OrderTour"];
            /** @enum {string} */
            command: "order_tour";
        } | {
            body: components["schemas"]["RecordArrival"];
            /** @enum {string} */
            command: "record_arrival";
        } | {
            body: components["schemas"]["RecordDeparture"];
            /** @enum {string} */
            command: "record_departure";
        } | {
            body: components["schemas"]["ExtendTour"];
            /** @enum {string} */
            command: "extend_tour";
        } | {
            body: components["schemas"]["CurtailTour"];
            /** @enum {string} */
            command: "curtail_tour";
        } | {
            body: components["schemas"]["CancelTour"];
            /** @enum {string} */
            command: "cancel_tour";
        } | {
            body: components["schemas"]["ReportBillet"];
            /** @enum {string} */
            command: "report_billet";
        } | {
            body: components["schemas"]["ReportPerson"];
            /** @enum {string} */
            command: "report_person";
        } | {
            body: components["schemas"]["ReportTour"];
            /** @enum {string} */
            command: "report_tour";
        } | {
            body: components["schemas"]["DefineSource"];
            /** @enum {string} */
            command: "define_source";
        } | {
            body: components["schemas"]["SetPrecedence"];
            /** @enum {string} */
            command: "set_precedence";
        } | {
            body: components["schemas"]["RecordLoad"];
            /** @enum {string} */
            command: "record_load";
        } | {
            body: components["schemas"]["LinkRows"];
            /** @enum {string} */
            command: "link_rows";
        } | {
            body: components["schemas"]["UnlinkRow"];
            /** @enum {string} */
            command: "unlink_row";
        } | {
            body: components["schemas"]["SetRowsAside"];
            /** @enum {string} */
            command: "set_rows_aside";
        } | {
            body: components["schemas"]["RegisterRow"];
            /** @enum {string} */
            command: "register_row";
        } | {
            body: components["schemas"]["ResolveContradictions"];
            /** @enum {string} */
            command: "resolve_contradictions";
        } | {
            body: components["schemas"]["DeferContradictions"];
            /** @enum {string} */
            command: "defer_contradictions";
        } | {
            body: components["schemas"]["SendBack"];
            /** @enum {string} */
            command: "send_back";
        } | {
            body: components["schemas"]["OpenCycle"];
            /** @enum {string} */
            command: "open_cycle";
        } | {
            body: components["schemas"]["CloseCycle"];
            /** @enum {string} */
            command: "close_cycle";
        } | {
            body: components["schemas"]["SubmitPreferences"];
            /** @enum {string} */
            command: "submit_preferences";
        } | {
            body: components["schemas"]["SetBallot"];
            /** @enum {string} */
            command: "set_ballot";
        } | {
            body: components["schemas"]["KeepFavourites"];
            /** @enum {string} */
            command: "keep_favourites";
        } | {
            body: components["schemas"]["DeclareCouple"];
            /** @enum {string} */
            command: "declare_couple";
        } | {
            body: components["schemas"]["ImportRanking"];
            /** @enum {string} */
            command: "import_ranking";
        } | {
            body: components["schemas"]["RankCandidates"];
            /** @enum {string} */
            command: "rank_candidates";
        } | {
            body: components["schemas"]["ProposeSlate"];
            /** @enum {string} */
            command: "propose_slate";
        } | {
            body: components["schemas"]["DecideLines"];
            /** @enum {string} */
            command: "decide_lines";
        } | {
            body: components["schemas"]["EndorseLines"];
            /** @enum {string} */
            command: "endorse_lines";
        } | {
            body: components["schemas"]["AmendSlate"];
            /** @enum {string} */
            command: "amend_slate";
        } | {
            body: components["schemas"]["PublishSlate"];
            /** @enum {string} */
            command: "publish_slate";
        } | {
            body: components["schemas"]["WithdrawSlate"];
            /** @enum {string} */
            command: "withdraw_slate";
        } | {
            body: components["schemas"]["SetServiceLimit"];
            /** @enum {string} */
            command: "set_service_limit";
        } | {
            body: components["schemas"]["SetServiceCalendar"];
            /** @enum {string} */
            command: "set_service_calendar";
        } | {
            body: components["schemas"]["RecordArrivalStep"];
            /** @enum {string} */
            command: "record_arrival_step";
        } | {
            body: components["schemas"]["BranchScenario"];
            /** @enum {string} */
            command: "branch_scenario";
        } | {
            body: components["schemas"]["ChangeScenario"];
            /** @enum {string} */
            command: "change_scenario";
        } | {
            body: components["schemas"]["UndoScenario"];
            /** @enum {string} */
            command: "undo_scenario";
        } | {
            body: components["schemas"]["DiscardScenario"];
            /** @enum {string} */
            command: "discard_scenario";
        } | {
            body: components["schemas"]["AdoptScenario"];
            /** @enum {string} */
            command: "adopt_scenario";
        } | {
            body: components["schemas"]["OpenRequisition"];
            /** @enum {string} */
            command: "open_requisition";
        } | {
            body: components["schemas"]["CancelRequisition"];
            /** @enum {string} */
            command: "cancel_requisition";
        } | {
            body: components["schemas"]["AskAgain"];
            /** @enum {string} */
            command: "ask_again";
        } | {
            body: components["schemas"]["ExtendSuspense"];
            /** @enum {string} */
            command: "extend_suspense";
        } | {
            body: components["schemas"]["NominatePerson"];
            /** @enum {string} */
            command: "nominate_person";
        } | {
            body: components["schemas"]["DeclareNoFill"];
            /** @enum {string} */
            command: "declare_no_fill";
        } | {
            body: components["schemas"]["WithdrawNomination"];
            /** @enum {string} */
            command: "withdraw_nomination";
        } | {
            body: components["schemas"]["RequestByName"];
            /** @enum {string} */
            command: "request_by_name";
        } | {
            body: components["schemas"]["DeclineByName"];
            /** @enum {string} */
            command: "decline_by_name";
        } | {
            body: components["schemas"]["OpenBoard"];
            /** @enum {string} */
            command: "open_board";
        } | {
            body: components["schemas"]["VetNominee"];
            /** @enum {string} */
            command: "vet_nominee";
        } | {
            body: components["schemas"]["SelectNominee"];
            /** @enum {string} */
            command: "select_nominee";
        } | {
            body: components["schemas"]["AcceptNominee"];
            /** @enum {string} */
            command: "accept_nominee";
        } | {
            body: components["schemas"]["DeclineNominee"];
            /** @enum {string} */
            command: "decline_nominee";
        } | {
            body: components["schemas"]["ProposeReassignment"];
            /** @enum {string} */
            command: "propose_reassignment";
        } | {
            body: components["schemas"]["GiveConsent"];
            /** @enum {string} */
            command: "give_consent";
        } | {
            body: components["schemas"]["RefuseConsent"];
            /** @enum {string} */
            command: "refuse_consent";
        } | {
            body: components["schemas"]["RecordRecruitmentStep"];
            /** @enum {string} */
            command: "record_recruitment_step";
        } | {
            body: components["schemas"]["RequestWaiver"];
            /** @enum {string} */
            command: "request_waiver";
        } | {
            body: components["schemas"]["DecideWaiver"];
            /** @enum {string} */
            command: "decide_waiver";
        } | {
            body: components["schemas"]["WithdrawWaiver"];
            /** @enum {string} */
            command: "withdraw_waiver";
        } | {
            body: components["schemas"]["OpenCase"];
            /** @enum {string} */
            command: "open_case";
        } | {
            body: components["schemas"]["AssessLor"];
            /** @enum {string} */
            command: "assess_lor";
        } | {
            body: components["schemas"]["RecordMilestone"];
            /** @enum {string} */
            command: "record_milestone";
        } | {
            body: components["schemas"]["CorrectMilestone"];
            /** @enum {string} */
            command: "correct_milestone";
        } | {
            body: components["schemas"]["PlaceHold"];
            /** @enum {string} */
            command: "place_hold";
        } | {
            body: components["schemas"]["DecideHold"];
            /** @enum {string} */
            command: "decide_hold";
        } | {
            body: components["schemas"]["LiftHold"];
            /** @enum {string} */
            command: "lift_hold";
        } | {
            body: components["schemas"]["SetLines"];
            /** @enum {string} */
            command: "set_lines";
        } | {
            body: components["schemas"]["RecordDocument"];
            /** @enum {string} */
            command: "record_document";
        } | {
            body: components["schemas"]["ExtendOffer"];
            /** @enum {string} */
            command: "extend_offer";
        } | {
            body: components["schemas"]["NoteDelay"];
            /** @enum {string} */
            command: "note_delay";
        } | {
            body: components["schemas"]["RecordNotification"];
            /** @enum {string} */
            command: "record_notification";
        } | {
            body: components["schemas"]["ReportCases"];
            /** @enum {string} */
            command: "report_cases";
        } | {
            body: components["schemas"]["UpdateCases"];
            /** @enum {string} */
            command: "update_cases";
        } | {
            body: components["schemas"]["AssignCases"];
            /** @enum {string} */
            command: "assign_cases";
        } | {
            body: components["schemas"]["NoteCase"];
            /** @enum {string} */
            command: "note_case";
        } | {
            body: components["schemas"]["SetPurchaserVisible"];
            /** @enum {string} */
            command: "set_purchaser_visible";
        } | {
            body: components["schemas"]["ReleaseForecast"];
            /** @enum {string} */
            command: "release_forecast";
        } | {
            body: components["schemas"]["WithdrawForecast"];
            /** @enum {string} */
            command: "withdraw_forecast";
        } | {
            body: components["schemas"]["AnswerPurchaser"];
            /** @enum {string} */
            command: "answer_purchaser";
        } | {
            body: components["schemas"]["WriteMessage"];
            /** @enum {string} */
            command: "write_message";
        } | {
            body: components["schemas"]["SetPaymentSchedule"];
            /** @enum {string} */
            command: "set_payment_schedule";
        } | {
            body: components["schemas"]["RecordBill"];
            /** @enum {string} */
            command: "record_bill";
        } | {
            body: components["schemas"]["RecordPayment"];
            /** @enum {string} */
            command: "record_payment";
        } | {
            body: components["schemas"]["PlanDeliveries"];
            /** @enum {string} */
            command: "plan_deliveries";
        } | {
            body: components["schemas"]["MoveDelivery"];
            /** @enum {string} */
            command: "move_delivery";
        } | {
            body: components["schemas"]["RecordDelivery"];
            /** @enum {string} */
            command: "record_delivery";
        } | {
            body: components["schemas"]["FileDiscrepancy"];
            /** @enum {string} */
            command: "file_discrepancy";
        } | {
            body: components["schemas"]["DecideDiscrepancy"];
            /** @enum {string} */
            command: "decide_discrepancy";
        } | {
            body: components["schemas"]["RecordReview"];
            /** @enum {string} */
            command: "record_review";
        } | {
            body: components["schemas"]["SettleReviewAction"];
            /** @enum {string} */
            command: "settle_review_action";
        } | {
            body: components["schemas"]["ReconcileCase"];
            /** @enum {string} */
            command: "reconcile_case";
        } | {
            body: components["schemas"]["WatchCases"];
            /** @enum {string} */
            command: "watch_cases";
        } | {
            body: components["schemas"]["SetPolicy"];
            /** @enum {string} */
            command: "set_policy";
        } | {
            body: components["schemas"]["SetLever"];
            /** @enum {string} */
            command: "set_lever";
        } | {
            body: components["schemas"]["RegisterAccount"];
            /** @enum {string} */
            command: "register_account";
        } | {
            body: components["schemas"]["GrantRole"];
            /** @enum {string} */
            command: "grant_role";
        } | {
            body: components["schemas"]["EndGrant"];
            /** @enum {string} */
            command: "end_grant";
        } | {
            body: components["schemas"]["DisableAccount"];
            /** @enum {string} */
            command: "disable_account";
        } | {
            body: components["schemas"]["Together"];
            /** @enum {string} */
            command: "together";
        };
        /** @description What changes for the countries of a command. */
        CommandEffect: {
            /** @description Its code; all commands together where absent. */
            command?: string | null;
            median_days?: components["schemas"]["Sided"] | null;
            offers?: components["schemas"]["Sided"] | null;
            open_at_end?: components["schemas"]["Sided"] | null;
            within_goal?: components["schemas"]["Sided"] | null;
        };
        /** @description How a command or agency fares. */
        CommandFill: {
            /** @description Which. */
            command: components["schemas"]["OfficeId"];
            /**
             * Format: int64
             * @description Points of its lines.
             */
            cost: number;
            /** @description Openings filled. */
            filled: number;
            /** @description Of these, lines whose person ranked the billet. */
            met: number;
            /** @description Openings. */
            openings: number;
            /** @description Lines of people who ranked billets. */
            wished: number;
        };
        /** @description How far a command has decided. */
        CommandProgress: {
            /** @description The command or agency. */
            command: components["schemas"]["OfficeName"];
            /** @description Concurred with, not yet endorsed. */
            concurred: number;
            /** @description Endorsed. */
            endorsed: number;
            /** @description Lines that join it. */
            lines: number;
            /** @description Not concurred with. */
            nonconcurred: number;
            /** @description Not decided. */
            proposed: number;
        };
        /** @description One side of a comparison. */
        Compared: {
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description What its slate comes to. */
            outcome: components["schemas"]["SlateOutcome"];
            scenario?: components["schemas"]["ScenarioId"] | null;
        };
        /** @description Two slates of one cycle side by side. */
        Comparison: {
            /** @description People whose assignment differs, from the other to the scenario. */
            moved: number;
            /** @description The first 500 of them. */
            moves: components["schemas"]["MovedRow"][];
            /** @description The offices that the outcomes name. */
            offices: components["schemas"]["OfficeName"][];
            /** @description The other. */
            other: components["schemas"]["Compared"];
            /** @description The scenario. */
            this: components["schemas"]["Compared"];
        };
        /** @description Which stable slate is computed. */
        ComputeStable: {
            /** @description For whom it is best. */
            favours: components["schemas"]["Favours"];
        };
        /** @description Which slate between the two is computed. */
        ComputeTrade: {
            /** @description What is asked for. */
            trade: components["schemas"]["Trade"];
        };
        /** @description A computed slate. */
        Computed: {
            /** @description The position of the World it was computed on: name it to propose this very slate. */
            base: components["schemas"]["Position"];
            /**
             * Format: int64
             * @description What no slate within the limits costs less than, proven; equal to the objective where none binds.
             */
            bound: number;
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /**
             * Format: double
             * @description How far the cost may lie above the least possible, as a share of it; 0 is proven to be the least.
             */
            gap: number;
            /** @description The limits over several lines that it keeps, the dearest first. */
            limits: components["schemas"]["SlateLimit"][];
            /** @description Lines. */
            lines: number;
            /** @description People to move. */
            movers: number;
            /**
             * Format: int64
             * @description Its whole cost in points.
             */
            objective: number;
            /** @description Billets to fill. */
            openings: number;
            /** @description Pairs that every rule allows. */
            pairs: number;
            /**
             * Format: double
             * @description Seconds it took; 0 if it was computed before.
             */
            seconds: number;
            /** @description Openings left unfilled. */
            unfilled: number;
            /** @description Movers left unmatched. */
            unmatched: number;
            /** @description What was proven, as a sentence. */
            verified: string;
        };
        /** @description A computed stable slate. */
        ComputedStable: {
            /** @description The position of the World it was computed on: name it to propose this very slate. */
            base: components["schemas"]["Position"];
            /** @description Couples placed together, or neither of the two. */
            couples: number;
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description How it uses the limits over several lines, of which the matching knows but section 515 and what services give. */
            limits: components["schemas"]["SlateLimit"][];
            /** @description Lines. */
            lines: number;
            /** @description For whom it is best, and the seed of its lottery. */
            method: components["schemas"]["SlateMethod"];
            /**
             * Format: int64
             * @description Its whole cost in points, to compare with the slate of least cost.
             */
            objective: number;
            /** @description What the orders were made of, as a sentence. */
            orders: string;
            /** @description Pairs that every rule allows. */
            pairs: number;
            /** @description Openings left unfilled. */
            unfilled: number;
            /** @description Movers left unmatched. */
            unmatched: number;
            /** @description What was proven, as a sentence. */
            verified: string;
        };
        /** @description A computed slate between the two. */
        ComputedTrade: {
            /**
             * Format: int64
             * @description Points by which it costs more than the least costly slate of whom and what is offered.
             */
            above_least: number;
            /** @description The position of the World it was computed on: name it to propose this very slate. */
            base: components["schemas"]["Position"];
            /**
             * Format: int64
             * @description Members and offices that would both rather have each other, each member of a couple standing alone.
             */
            blocking: number;
            /**
             * Format: int64
             * @description What no slate does better than: points with at most so many blocking pairs, or blocking pairs at so few points.
             */
            bound: number;
            /** @description Couples that bid together. */
            couples: number;
            /** @description Couples that it does not keep together. */
            couples_apart: number;
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description Limits over several lines that it does not keep. */
            exceeded: components["schemas"]["SlateLimit"][];
            /** @description Lines. */
            lines: number;
            /** @description How it was chosen. */
            method: components["schemas"]["SlateMethod"];
            /**
             * Format: int64
             * @description Its whole cost in points.
             */
            objective: number;
            /** @description Pairs that every rule allows. */
            pairs: number;
            /** @description Openings left unfilled. */
            unfilled: number;
            /** @description Movers left unmatched. */
            unmatched: number;
            /** @description What was proven, as a sentence. */
            verified: string;
        };
        /** @description A value that the files do not hold because it is the same in every row. */
        Constant: {
            /** @description The field. */
            field: components["schemas"]["Text"];
            /** @description Its value, as Muster's own files write it. */
            value: components["schemas"]["Text"];
        };
        /** @description The id of a contradiction */
        ContradictionId: string;
        /**
         * @description What kind of contradiction it is.
         * @enum {string}
         */
        ContradictionKind: "duplicate_person" | "late_report" | "sources_disagree" | "expired_score" | "impossible_date" | "second_incumbent" | "outside_authorisation" | "two_places" | "wrong_service" | "section515_exceeded" | "beyond_separation" | "unknown_billet" | "unmatched_row" | "person_not_named" | "person_not_listed" | "billet_not_listed" | "code_disagrees" | "place_disagrees";
        /**
         * @description Who is asked before a billet changes.
         * @enum {string}
         */
        Coordinator: "command" | "dia" | "service" | "chief_of_mission";
        /** @description A coordinator who was asked. */
        CoordinatorRow: {
            answered?: components["schemas"]["StampName"] | null;
            /** @description Who was given the turn, in words. */
            asked: string;
            /** @description Whether it concurs. */
            concurs?: boolean | null;
            /** @description Which coordinator. */
            coordinator: components["schemas"]["Coordinator"];
            document?: components["schemas"]["Text"] | null;
            /** @description Its place among those asked, from 0: what an answer names. */
            index: number;
            /** @description On behalf of which office. */
            office: components["schemas"]["OfficeName"];
            reason?: components["schemas"]["Text"] | null;
            /** @description What it is called. */
            title: string;
            turn?: components["schemas"]["TurnName"] | null;
        };
        /**
         * @description Corrects a milestone that was recorded wrongly: another day, or never reached. What the case departs in once it is
         *     corrected shows as a deviation.
         */
        CorrectMilestone: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: int32
             * @description Which of its recorded milestones, from 0 in the order of recording.
             */
            entry: number;
            /**
             * Format: date
             * @description The right day; none: it was never reached.
             */
            on?: string | null;
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description One part of a line's cost. */
        CostPart: {
            /**
             * Format: int64
             * @description How much of it there is, in the lever's own unit: grades, ranks, days, 1,000 km.
             */
            amount: number;
            /** @description The lever that prices it. */
            lever: components["schemas"]["Lever"];
            /**
             * Format: int64
             * @description Points: amount times the lever's value, as rounded by the slate's rule for this part.
             */
            points: number;
        };
        /** @description The cases of a country. */
        CountryCases: {
            /** @description Of those, on hold. */
            held: number;
            /** @description Of those, past their goal and not offered. */
            late: number;
            /** @description Open cases. */
            open: number;
            /** @description Closed or cancelled. */
            over: number;
            /** @description Open ones by phase, in order; phases without a case are left out. */
            phases: components["schemas"]["CountryPhase"][];
            /**
             * @description Open ones by purchaser code: several codes of one country are separate customers. Codes without a case are there
             *     with zero.
             */
            purchasers: components["schemas"]["CountryPurchaser"][];
            /** @description Of those, stuck for whatever reason. */
            stuck: number;
            /**
             * Format: int64
             * @description What the open ones are worth, US cents.
             */
            value_cents: number;
        };
        /** @description How a country fares. */
        CountryFill: {
            /** @description Which. */
            country: components["schemas"]["CountryId"];
            /** @description Openings filled. */
            filled: number;
            /** @description Openings. */
            openings: number;
        };
        /** @description The id of a country */
        CountryId: string;
        /** @description A country by id, code and name. */
        CountryName: {
            /** @description Its id. */
            id: components["schemas"]["CountryId"];
            /** @description ISO 3166 alpha-3 code. */
            iso3: components["schemas"]["Text"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
        };
        /** @description A security cooperation office of the country, in totals. */
        CountryOffice: {
            /** @description Planned arrivals and losses of this month and the eleven after it, in numbers. */
            movements: components["schemas"]["MovementMonth"][];
            /** @description Which office. */
            office: components["schemas"]["OfficeName"];
            /** @description Its strength on the day: billets and people counted, no person named. */
            picture: components["schemas"]["PictureRow"];
        };
        /** @description A country with its figures. */
        CountryPage: components["schemas"]["CountryRow"] & {
            cases?: components["schemas"]["CountryCases"] | null;
            demand?: components["schemas"]["Demand"] | null;
            /** @description Figures with their sources, latest year first. */
            figures: components["schemas"]["Figure"][];
            /** @description Principal languages. */
            languages: components["schemas"]["Text"][];
            /** @description Recorded authorisations of more section-515 members. */
            section_515: components["schemas"]["Section515Authorisation"][];
            /**
             * Format: int32
             * @description Members allowed on the day.
             */
            section_515_limit: number;
            /** @description The security cooperation offices there on the day, in totals; those in the asker's scope of totals. */
            strengths: components["schemas"]["CountryOffice"][];
            /** @description Whether staffing and cases were made up for demonstration. */
            synthetic: boolean;
        };
        /** @description Open cases of a country in a phase. */
        CountryPhase: {
            /** @description How many cases. */
            cases: number;
            /** @description Of those, on hold. */
            held: number;
            /** @description Of those, past their goal. */
            late: number;
            /** @description Which phase. */
            phase: components["schemas"]["CasePhase"];
            /** @description Of those, stuck. */
            stuck: number;
            /**
             * Format: int64
             * @description What they are worth, US cents.
             */
            value_cents: number;
        };
        /** @description A country with the place of its office. */
        CountryPlace: {
            /** @description Its id. */
            id: components["schemas"]["CountryId"];
            /** @description ISO 3166 alpha-3 code. */
            iso3: components["schemas"]["Text"];
            /**
             * Format: double
             * @description Degrees north of its first security cooperation organisation.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon?: number | null;
            /** @description Its name. */
            name: components["schemas"]["Text"];
        };
        /** @description Open cases of one purchaser code. */
        CountryPurchaser: {
            /** @description How many cases. */
            cases: number;
            /** @description The code. */
            code: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description What they are worth, US cents.
             */
            value_cents: number;
        };
        /** @description A country in a list. */
        CountryRow: {
            /**
             * Format: int32
             * @description Of those, billets covered.
             */
            assigned?: number | null;
            /**
             * Format: int32
             * @description Billets authorised there, in whole billets; none where no office there is in the asker's scope of totals.
             */
            authorised?: number | null;
            command?: components["schemas"]["OfficeName"] | null;
            /** @description Its id. */
            id: components["schemas"]["CountryId"];
            /** @description ISO 3166 alpha-3 code. */
            iso3: components["schemas"]["Text"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description The security cooperation organisations there, where offices are the asker's to see. */
            offices: components["schemas"]["OfficeName"][];
            /** @description Open cases today that the asker sees; none where they see no case of the country. */
            open_cases?: number | null;
            /**
             * Format: int32
             * @description Priority, 1 to 5.
             */
            priority: number;
            /** @description Purchaser codes, not ISO codes: each is a customer of its own. */
            purchaser_codes: components["schemas"]["Text"][];
            /** @description Region. */
            region: components["schemas"]["Text"];
            /** @description Of those, stuck. */
            stuck_cases?: number | null;
            /**
             * Format: int32
             * @description Of those, billets neither covered nor in an approved gap.
             */
            vacant?: number | null;
            /**
             * Format: int64
             * @description What the open ones are worth, US cents.
             */
            value_cents?: number | null;
        };
        /** @description A country's published sales and their forecast. */
        CountrySales: {
            forecast?: components["schemas"]["CountrySalesForecast"] | null;
            /** @description Fiscal years from the first published to the last, without a gap: a year without a figure is missing, never zero. */
            years: components["schemas"]["CountrySalesYear"][];
        };
        /** @description A year to come. */
        CountrySalesAhead: {
            /**
             * Format: int32
             * @description The fiscal year.
             */
            fiscal_year: number;
            /**
             * Format: double
             * @description As the method says, US dollars.
             */
            forecast_usd: number;
            /**
             * Format: double
             * @description The least of the range, US dollars; none where too little was ever decided to say.
             */
            from_usd?: number | null;
            /**
             * Format: double
             * @description How often ranges so many years ahead held of all countries, forecast again from each year since FY2006 with what
             *     was known then; none where that was never seen.
             */
            held?: number | null;
            /** @description How many such ranges. */
            ranges: number;
            /**
             * Format: double
             * @description The most of the range, US dollars.
             */
            to_usd?: number | null;
        };
        /** @description What a country will buy. */
        CountrySalesForecast: {
            /**
             * Format: int32
             * @description The last year that is known of any country.
             */
            as_of: number;
            /** @description How many years of this country are known. */
            known: number;
            /**
             * Format: int32
             * @description The last year that is known of this country.
             */
            last: number;
            /**
             * Format: double
             * @description How often the ranges are to hold, from 0 to 1.
             */
            level: number;
            /**
             * Format: double
             * @description Mean absolute scaled error of that method on the country's own past; under 1 is better than the naive forecast of
             *     one year ahead was on average.
             */
            mase?: number | null;
            /** @description How it is forecast: the method that did best on past years by rolling origin. */
            method: string;
            /** @description On which scale the method works: `dollars` or `signed_log`. */
            scale: string;
            /** @description How many past forecasts of its own the choice rests on. */
            trials: number;
            /** @description Year by year. */
            years: components["schemas"]["CountrySalesAhead"][];
        };
        /** @description A fiscal year of published sales. */
        CountrySalesYear: {
            /**
             * Format: int64
             * @description Foreign military sales agreed, whole US dollars; negative is a reduction of earlier years. None: published nowhere
             *     we found, so missing.
             */
            agreed_usd?: number | null;
            delivered_source?: components["schemas"]["Text"] | null;
            /**
             * Format: int64
             * @description Delivered, whole US dollars, where that was imported.
             */
            delivered_usd?: number | null;
            /**
             * Format: int32
             * @description The fiscal year, from 1 October of the year before.
             */
            fiscal_year: number;
            source?: components["schemas"]["Text"] | null;
        };
        /**
         * @description What a source speaks for, so that what it lacks can be counted. What is left empty does not narrow it; wholly empty,
         *     it speaks for the rows it owns.
         */
        Coverage: {
            country?: components["schemas"]["CountryId"] | null;
            /** @description These offices with all below them. */
            offices?: components["schemas"]["OfficeId"][];
            /** @description People of these services. */
            services?: components["schemas"]["Service"][];
        };
        /** @description Moves a rotation date in, with a reason. */
        CurtailTour: {
            /** @description A note, kept sealed under the person's key. */
            note?: string | null;
            /** @description Why. */
            reason: components["schemas"]["CurtailmentReason"];
            /**
             * Format: date
             * @description The new rotation date.
             */
            rotation: string;
            /** @description Which tour. */
            tour: components["schemas"]["TourId"];
        };
        /**
         * @description Why a tour ended early (facts §3).
         * @enum {string}
         */
        CurtailmentReason: "medical" | "clearance" | "service_need" | "compassionate" | "loss_of_confidence" | "host_refusal" | "ordered_departure" | "other";
        /** @description The id of a cycle */
        CycleId: string;
        /** @description A lever with its value today. */
        CycleLever: components["schemas"]["LeverDefinition"] & {
            /**
             * Format: int64
             * @description Its value.
             */
            value: number;
        };
        /** @description A cycle with what it is made of. */
        CyclePage: components["schemas"]["CycleRow"] & {
            ballot?: components["schemas"]["BallotCount"] | null;
            /** @description The position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description The levers a slate is computed with. */
            levers: components["schemas"]["CycleLever"][];
            /** @description People who rotate, or are between offices. */
            movers: number;
            /** @description Billets that fall open. */
            openings: number;
            /** @description Members who ranked billets. */
            preferences: number;
        };
        /** @description A cycle in a list. */
        CycleRow: {
            /**
             * Format: date
             * @description The day it was closed.
             */
            closed?: string | null;
            /** @description Its id. */
            id: components["schemas"]["CycleId"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day it was opened.
             */
            opened: string;
            /** @description Commands and agencies in scope; empty for the whole service. */
            scope: components["schemas"]["OfficeName"][];
            slate?: components["schemas"]["SlateSummary"] | null;
            /** @description The days within which billets fall open and people rotate. */
            window: components["schemas"]["Period"];
        };
        /** @description A published table held as a content-addressed blob beside the journal. */
        Dataset: {
            /** @description The file it was read from. */
            file: components["schemas"]["Text"];
            /** @description What it is: `training-report`, `sales-book` … */
            kind: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description Rows read.
             */
            rows: number;
            /** @description SHA-256 of its bytes, in hexadecimal. */
            sha256: components["schemas"]["Text"];
            /** @description Who published it. */
            source: components["schemas"]["Text"];
        };
        /**
         * @description How dates are written in the files.
         * @enum {string}
         */
        DateForm: "iso" | "compact" | "month_day_year" | "day_month_year" | "day_month_name";
        /** @description Funding from a date on. */
        DatedFunding: {
            /** @description The budget document that says so. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** @description Whether there is money. */
            funded: boolean;
        };
        /** @description Terms from a date on. */
        DatedTerms: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** @description The terms. */
            terms: components["schemas"]["BilletTerms"];
        };
        /** @description Approves or disapproves a request. */
        DecideBilletRequest: {
            /** @description Whether it is approved. */
            approve: boolean;
            effective?: components["schemas"]["FiscalYear"] | null;
            reason?: components["schemas"]["Text"] | null;
            /** @description Which request. */
            request: components["schemas"]["ChangeRequestId"];
        };
        /** @description Takes a discrepancy report its next step. */
        DecideDiscrepancy: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: int64
             * @description What is credited, US cents, where it is made good in money.
             */
            credited_cents?: number;
            /** @description The answer in words; names no person. */
            note?: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            outcome?: components["schemas"]["DiscrepancyOutcome"] | null;
            /**
             * Format: int32
             * @description Which of its reports, from 0 in the order of filing.
             */
            report: number;
            /** @description Which step. */
            step: components["schemas"]["DiscrepancyStep"];
        };
        /** @description Approves or refuses a hold. Nobody approves what they asked for. */
        DecideHold: {
            /** @description Whether it is approved. */
            approved: boolean;
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
        };
        /** @description Concurs or not with lines of a slate. */
        DecideLines: {
            /** @description Whether the gaining command concurs. */
            concurs: boolean;
            /** @description Line numbers. */
            lines: number[];
            reason?: components["schemas"]["Text"] | null;
            /** @description Which slate. */
            slate: components["schemas"]["SlateId"];
        };
        /** @description Approves or denies a waiver. */
        DecideWaiver: {
            /** @description What is decided. */
            answer: components["schemas"]["WaiverAnswer"];
            /** @description Why; kept sealed under the person's key. */
            reason: components["schemas"]["Text"];
            /** @description Which. */
            waiver: components["schemas"]["WaiverId"];
        };
        /** @description How a request was decided. */
        DecisionRow: {
            /** @description Whether it was approved. */
            approved: boolean;
            billet?: components["schemas"]["BilletName"] | null;
            /** @description The fiscal year it takes effect in. */
            effective: components["schemas"]["FiscalYear"];
            /** @description Whether the director approved it over a coordinator. */
            overrides: boolean;
            reason?: components["schemas"]["Text"] | null;
            /** @description Who, and when. */
            stamp: components["schemas"]["StampName"];
        };
        /** @description Declares with whom a member bids together, or takes it back. */
        DeclareCouple: {
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            partner?: components["schemas"]["Text"] | null;
            /** @description Who declares. */
            person: components["schemas"]["PersonId"];
        };
        /** @description Says that a service can give nobody until a day. */
        DeclareNoFill: {
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
            /** @description Which service. */
            service: components["schemas"]["Service"];
            /**
             * Format: date
             * @description The first day on which it may be asked with a prospect again.
             */
            until: string;
        };
        /** @description Declines a request by name. */
        DeclineByName: {
            /** @description Who was asked for. */
            person: components["schemas"]["PersonId"];
            /** @description Why not; kept sealed under the person's key. */
            reason: components["schemas"]["Text"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description Declines a nominee: the service is asked again. */
        DeclineNominee: {
            /** @description Whom. */
            person: components["schemas"]["PersonId"];
            /** @description Why; kept sealed under the person's key. */
            reason: components["schemas"]["Text"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description One entry of the history. */
        DeedRow: {
            about?: components["schemas"]["Text"] | null;
            by?: components["schemas"]["Text"] | null;
            /**
             * Format: int32
             * @description Days they had held it.
             */
            days_held?: number | null;
            /** @description Who had been asked, in words that name no person. */
            holder?: string | null;
            /** @description Whether their suspense had passed. */
            late: boolean;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            person?: components["schemas"]["PersonName"] | null;
            /** @description Why, where it is the asker's to read. */
            reason?: string | null;
            /** @description What was done, in words. */
            title: string;
        };
        /** @description Puts contradictions off: they come back after a day. */
        DeferContradictions: {
            /** @description Which. */
            contradictions: components["schemas"]["ContradictionId"][];
            /** @description Why. */
            reason: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The last day they are put off.
             */
            until: string;
        };
        /** @description Defines a source, or replaces the definition of the one of this name. What it said stays. */
        DefineSource: {
            /**
             * Format: int32
             * @description Days between two of its files.
             */
            cadence_days: number;
            /** @description What it speaks for. */
            coverage?: components["schemas"]["Coverage"];
            /** @description Whether a file holds everything it speaks for, so that what is absent is gone; else only changes. */
            full: boolean;
            /** @description What kind it is; it cannot change once a file was loaded. */
            kind: components["schemas"]["SourceKind"];
            /** @description Its name, unique. */
            name: components["schemas"]["Text"];
            /** @description Who owns it and answers correction lists. */
            owner: components["schemas"]["Holder"];
            /** @description How its files are read. */
            profile: components["schemas"]["Profile"];
        };
        /** @description How many open cases are delayed by a reason. */
        DelayCount: {
            /** @description How many cases not yet offered. */
            cases: number;
            /** @description Which reason. */
            reason: components["schemas"]["DelayReason"];
            /** @description What it says. */
            title: string;
        };
        /**
         * @description Why an offer takes longer: the ten reasons of the Security Assistance Management Manual.
         * @enum {string}
         */
        DelayReason: "first_article" | "first_purchaser" | "engineering" | "system_differs" | "release" | "pricing" | "coordination" | "requirements" | "funding" | "other";
        /** @description A reason why an offer takes longer. */
        DelayReasonRow: {
            /** @description Which reason. */
            reason: components["schemas"]["DelayReason"];
            /** @description What it says. */
            title: string;
        };
        /** @description A delivery put off, or brought forward. */
        DeliverySlip: {
            /** @description In words; names no person. */
            note: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day it became known.
             */
            on: string;
            /** @description Why. */
            reason: components["schemas"]["SlipReason"];
            /**
             * Format: date
             * @description The day it is expected since.
             */
            to: string;
        };
        /** @description The strength that a country's work indicates, with everything it is made of. */
        Demand: {
            /**
             * Format: int64
             * @description Hours a person is available in a year.
             */
            available_hours_year: number;
            carried_by?: components["schemas"]["OfficeId"] | null;
            /** @description What must be said beside it. */
            caution: string;
            /** @description Whose work. */
            country: components["schemas"]["CountryId"];
            /** @description What the hours come from. */
            drivers: components["schemas"]["Driver"][];
            /** @description How the strength follows from the hours. */
            formula: string;
            /**
             * Format: double
             * @description Hours of work a month.
             */
            hours_month: number;
            /**
             * Format: int32
             * @description The strength indicated, in whole people. For an office that does not carry the country's work: the minimum team.
             */
            indicated: number;
            /**
             * Format: int32
             * @description The smallest team, in people.
             */
            minimum_team: number;
            /** @description Drivers of the standard for which the country has no figure, by title. */
            missing: string[];
            /**
             * Format: date
             * @description The day asked.
             */
            on: string;
        };
        /** @description A sign-in that the demo offers. */
        DemoSignIn: {
            /** @description Who it stands for. */
            name: string;
            /** @description The password to give. */
            password: string;
            /** @description The role it shows. */
            role: string;
            /** @description The name to give. */
            sign_in: string;
        };
        /** @description What would become of a planned arrival. */
        DepartureArrival: components["schemas"]["HeldRow"] & {
            /** @description Whether it would be. */
            after: boolean;
            /** @description Whether it is held as things are. */
            before: boolean;
        };
        /** @description The command whose effect is asked for, as it would be given. */
        DepartureAsk: {
            /** @description Ordering a departure. */
            body: components["schemas"]["OrderDeparture"];
            /** @enum {string} */
            command: "order_departure";
        } | {
            /** @description Ending the one in force. */
            body: components["schemas"]["EndDeparture"];
            /** @enum {string} */
            command: "end_departure";
        } | {
            /** @description Undoing one recorded by mistake. */
            body: components["schemas"]["RescindDeparture"];
            /** @enum {string} */
            command: "rescind_departure";
        };
        /** @description How and when a departure ended. */
        DepartureEnd: {
            /** @description The document it rests on. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The first day after it.
             */
            on: string;
            /** @description How. */
            outcome: components["schemas"]["DepartureOutcome"];
        };
        /**
         * @description What becomes of somebody.
         * @enum {string}
         */
        DepartureMoveKind: "stays" | "leaves" | "returns" | "stays_away" | "curtailed";
        /** @description The departure in force, and how long it may last. */
        DepartureNow: {
            /**
             * Format: int32
             * @description Days up to and with today, departures that adjoin counted as one.
             */
            days: number;
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /**
             * Format: int64
             * @description Days left; negative once it lasts too long.
             */
            left: number;
            /**
             * Format: int64
             * @description Days it may last.
             */
            limit: number;
            /** @description Whether its end is near or past. */
            near: boolean;
            /** @description Whom it took away. */
            reach: components["schemas"]["DepartureReach"];
            /** @description Where people went. */
            safe_haven: components["schemas"]["PostName"];
        };
        /** @description What would be counted of an office. */
        DepartureOffice: {
            /** @description As they would be. */
            after: components["schemas"]["PresenceCounts"];
            /** @description As things are. */
            before: components["schemas"]["PresenceCounts"];
            /** @description Which. */
            office: components["schemas"]["OfficeName"];
        };
        /**
         * @description How an ordered departure ended.
         * @enum {string}
         */
        DepartureOutcome: "returned" | "partly_accompanied" | "unaccompanied" | "suspended";
        /** @description What would become of one person. */
        DeparturePerson: {
            billet?: components["schemas"]["BilletName"] | null;
            /**
             * Format: int32
             * @description Dependents, where they are the asker's to see.
             */
            dependents?: number | null;
            /** @description Whether the departure names them as essential. */
            essential: boolean;
            /** @description What becomes of the family. */
            family: components["schemas"]["FamilyMove"];
            /** @description What becomes of them. */
            moves: components["schemas"]["DepartureMoveKind"];
            /** @description The office they are on duty at. */
            office: components["schemas"]["OfficeName"];
            /** @description Who. */
            person: components["schemas"]["PersonName"];
            /**
             * Format: date
             * @description The rotation date that a curtailment takes away.
             */
            rotation_before?: string | null;
        };
        /** @description What a command about a departure would do, as far as the asker sees it. */
        DeparturePreview: {
            /** @description Planned arrivals that are or would be held. */
            arrivals: components["schemas"]["DepartureArrival"][];
            /** @description Every office concerned. */
            offices: components["schemas"]["DepartureOffice"][];
            /**
             * Format: date
             * @description The first day on which anything is different.
             */
            on: string;
            /** @description Everybody concerned. */
            people: components["schemas"]["DeparturePerson"][];
            /** @description The post. */
            post: components["schemas"]["PostName"];
            /** @description The same, added up. */
            totals: components["schemas"]["DepartureTotals"];
        };
        /**
         * @description Whom an ordered departure takes away from the post.
         * @enum {string}
         */
        DepartureReach: "families" | "not_essential";
        /** @description An ordered departure as it was recorded. */
        DepartureRow: {
            /** @description The document it rests on. */
            document: components["schemas"]["Text"];
            end?: components["schemas"]["DepartureEnd"] | null;
            /** @description Who stayed as essential, as far as the asker sees them. */
            essential: components["schemas"]["PersonName"][];
            /** @description How many stayed as essential. */
            essential_count: number;
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /** @description Whom it took away. */
            reach: components["schemas"]["DepartureReach"];
            rescinded?: components["schemas"]["Rescission"] | null;
            /** @description Where people went. */
            safe_haven: components["schemas"]["PostName"];
        };
        /** @description Sums of what is shown. */
        DepartureTotals: {
            /**
             * Format: int32
             * @description Planned arrivals that would be held and are not.
             */
            arrivals_held: number;
            /**
             * Format: int32
             * @description Planned arrivals that are held and would no longer be.
             */
            arrivals_released: number;
            /**
             * Format: int32
             * @description People who come back.
             */
            come_back: number;
            /**
             * Format: int32
             * @description People whose tour ends.
             */
            curtailed: number;
            /**
             * Format: int32
             * @description Families that leave.
             */
            families_leave: number;
            /**
             * Format: int32
             * @description Families that come back, or may.
             */
            families_return: number;
            /**
             * Format: int32
             * @description People who leave.
             */
            leave: number;
            /**
             * Format: int32
             * @description People on duty before and after.
             */
            stay: number;
        };
        /**
         * @description How what happened departs from the rules.
         * @enum {string}
         */
        DeviationKind: "skipped" | "out_of_order" | "while_held" | "before_notification" | "after_expiry" | "before_request" | "supply_open" | "closed_open";
        /**
         * @description What does not agree.
         * @enum {string}
         */
        DifferenceKind: "obligation" | "delivery" | "billing" | "collection" | "schedule";
        /** @description Differentials and their days. */
        DifferentialSpan: {
            /** @description The percentages. */
            differentials: components["schemas"]["Differentials"];
            /** @description The days. */
            period: components["schemas"]["Period"];
        };
        /** @description Percentages that a post adds to pay. */
        Differentials: {
            /**
             * Format: int32
             * @description Cost-of-living allowance, per cent of spendable income.
             */
            cost_of_living_pct: number;
            /**
             * Format: int32
             * @description Danger pay, 0 to 35 %.
             */
            danger_pct: number;
            /**
             * Format: int32
             * @description Post (hardship) differential, 0 to 35 %.
             */
            hardship_pct: number;
        };
        /** @description Disables an account from a date on. */
        DisableAccount: {
            /** @description Which account. */
            account: components["schemas"]["AccountId"];
            /**
             * Format: date
             * @description The first day it can't be used.
             */
            on: string;
        };
        /** @description Throws a scenario away. */
        DiscardScenario: {
            /** @description Which scenario. */
            scenario: components["schemas"]["ScenarioId"];
        };
        /** @description The answer to a report. */
        DiscrepancyAnswer: {
            /**
             * Format: int64
             * @description What was credited, US cents; 0 unless made good in money.
             */
            credited_cents: number;
            /** @description In words; names no person. */
            note: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description How it was answered. */
            outcome: components["schemas"]["DiscrepancyOutcome"];
        };
        /**
         * @description What is wrong with a delivery.
         * @enum {string}
         */
        DiscrepancyKind: "shortage" | "overage" | "damage" | "wrong_item" | "quality" | "documentation" | "billing" | "latent_defect";
        /**
         * @description How a report was answered.
         * @enum {string}
         */
        DiscrepancyOutcome: "accepted" | "credited" | "replaced" | "rejected";
        /**
         * @description Where a report stands.
         * @enum {string}
         */
        DiscrepancyStatus: "received" | "under_review" | "answered" | "closed";
        /**
         * @description A step of a report.
         * @enum {string}
         */
        DiscrepancyStep: "review" | "answer" | "close";
        /** @description The id of a diversion */
        DiversionId: string;
        /** @description A diversion in a list. */
        DiversionRow: {
            /** @description The billet they hold. */
            billet: components["schemas"]["BilletName"];
            /** @description The journal position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description The command above the office they are present at. */
            command: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The day it was decided.
             */
            decided: string;
            /** @description The office they are assigned to. */
            from: components["schemas"]["OfficeName"];
            /** @description Its id. */
            id: components["schemas"]["DiversionId"];
            /** @description The days it was decided for. */
            period: components["schemas"]["Period"];
            person?: components["schemas"]["PersonName"] | null;
            /** @description Why; for those who see the person. */
            reason?: string | null;
            /** @description Where it stands today. */
            state: components["schemas"]["OrderState"];
            /** @description The office they are present at. */
            to: components["schemas"]["OfficeName"];
            /** @description The tour they are diverted from. */
            tour: components["schemas"]["TourId"];
            /**
             * Format: date
             * @description The first day after it, as things stand.
             */
            until: string;
        };
        /** @description Diverts a person to another office for a time. */
        DivertPerson: {
            /** @description From when until when. */
            period: components["schemas"]["Period"];
            /** @description Why; kept sealed under the person's key. */
            reason: string;
            /** @description The office they are sent to. */
            to: components["schemas"]["OfficeId"];
            /** @description The tour they are diverted from. */
            tour: components["schemas"]["TourId"];
        };
        /**
         * @description A version of the letter of offer and acceptance.
         * @enum {string}
         */
        DocumentKind: "amendment" | "modification" | "restatement" | "counteroffer" | "reactivation";
        /** @description A manning document, with its owners by name. */
        DocumentRow: components["schemas"]["ManningDocument"] & {
            /** @description The owners by name, whoever has most billets in it first. */
            owner_names: components["schemas"]["OfficeName"][];
        };
        /** @description A definition not yet given, with a sample to try it on. */
        Draft: {
            /**
             * Format: date
             * @description The day it speaks of; today unless given.
             */
            as_of?: string | null;
            /** @description The sample's bytes in base 64. */
            content: string;
            /** @description The definition. */
            definition: components["schemas"]["DefineSource"];
            /** @description The sample's name. */
            file: string;
        };
        /** @description Drafts a request. */
        DraftBilletRequest: {
            /** @description What is asked for. */
            change: components["schemas"]["BilletChange"];
            /** @description The fiscal year on whose first day it is to take effect. */
            effective: components["schemas"]["FiscalYear"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description One driver of the work. */
        Driver: {
            /**
             * Format: int64
             * @description How many; a negative figure counts as none.
             */
            count: number;
            /** @description The fiscal year of the count: the latest known on the day. */
            fiscal_year: components["schemas"]["FiscalYear"];
            /**
             * Format: double
             * @description Hours a month: count × minutes / 60.
             */
            hours_month: number;
            /** @description The lever. */
            lever: components["schemas"]["Lever"];
            /** @description What it counts. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: int64
             * @description Minutes a month for each, by the lever.
             */
            minutes_each: number;
            /** @description The row the count comes from. */
            source: components["schemas"]["Text"];
            /** @description Whether the count was generated for demonstration rather than published. */
            synthetic: boolean;
            /** @description The name people use. */
            title: string;
        };
        /** @description Where somebody is on duty. */
        DutyNow: {
            /** @enum {string} */
            kind: "on_station";
        } | {
            /** @description The diversion. */
            diversion: components["schemas"]["DiversionId"];
            /** @enum {string} */
            kind: "diverted";
            /** @description Which. */
            to: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The first day after it.
             */
            until: string;
        } | {
            /** @description The augmentation. */
            augmentation: components["schemas"]["AugmentationId"];
            /** @enum {string} */
            kind: "augmenting";
            /** @description Which. */
            to: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The first day after it.
             */
            until: string;
        } | {
            /** @enum {string} */
            kind: "departed";
            /** @description The safe haven. */
            to: components["schemas"]["PostName"];
        };
        /** @description Words a section in the system's place, or takes the system's words again. */
        EditPacket: {
            note?: components["schemas"]["Text"] | null;
            /** @description Which request. */
            request: components["schemas"]["ChangeRequestId"];
            /** @description Which section. */
            section: components["schemas"]["PacketSection"];
        };
        /** @description Ends an augmentation: from the day on nobody of it is present. On its first day or before, it never was. */
        EndAugmentation: {
            /** @description Which. */
            augmentation: components["schemas"]["AugmentationId"];
            /**
             * Format: date
             * @description The first day after it.
             */
            on: string;
        };
        /** @description Ends a billet's authorisation. */
        EndBillet: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletId"];
            /**
             * Format: date
             * @description The first day it is not authorised.
             */
            on: string;
        };
        /**
         * @description Ends the departure that holds at a post. Where people return, one command restores what one command moved; where the
         *     post is suspended, the tours of everybody who served there end on the day, and planned arrivals stay held.
         */
        EndDeparture: {
            /** @description The document it rests on. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The first day after it.
             */
            on: string;
            /** @description How it ends. */
            outcome: components["schemas"]["DepartureOutcome"];
            /** @description Which post. */
            post: components["schemas"]["PostId"];
        };
        /** @description Ends a diversion: from the day on the person is back at their own office. On its first day or before, it never was. */
        EndDiversion: {
            /** @description Which. */
            diversion: components["schemas"]["DiversionId"];
            /**
             * Format: date
             * @description The first day after it.
             */
            on: string;
        };
        /** @description Ends a grant from a date on. */
        EndGrant: {
            /** @description Whose grant. */
            account: components["schemas"]["AccountId"];
            /**
             * Format: int32
             * @description Which one, counted from 0 in the order granted.
             */
            index: number;
            /**
             * Format: date
             * @description The first day without it.
             */
            on: string;
        };
        /** @description Closes an office from a date on. */
        EndOffice: {
            /** @description Which office. */
            office: components["schemas"]["OfficeId"];
            /**
             * Format: date
             * @description The first day without it.
             */
            on: string;
        };
        /** @description Endorses lines that the gaining commands concurred with: each becomes a requisition that asks for its person. */
        EndorseLines: {
            /** @description Line numbers; empty for every line that is concurred with and whose billet no other requisition fills. */
            lines: number[];
            /** @description Which slate. */
            slate: components["schemas"]["SlateId"];
        };
        /** @description Erases a person's sealed facts: the desk deletes their key with the record. */
        ErasePerson: {
            /** @description Who. */
            person: components["schemas"]["PersonId"];
        };
        /** @description One driver of the work as it stood. */
        EvidenceDriver: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description The fiscal year of the count. */
            fiscal_year: components["schemas"]["FiscalYear"];
            /** @description The lever that says so. */
            lever: components["schemas"]["Lever"];
            /** @description What it counts. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: int64
             * @description Minutes a month for each.
             */
            minutes_each: number;
            /** @description The row the count comes from. */
            source: components["schemas"]["Text"];
            /** @description Whether the count was generated for demonstration rather than published. */
            synthetic: boolean;
        };
        /** @description What was recorded of a case from its offer on. */
        Execution: {
            /**
             * @description Quarterly bills (DD 645), in the order of recording.
             * @default []
             */
            bills: components["schemas"]["CaseBill"][];
            /**
             * @description Deliveries: planned, moved, made.
             * @default []
             */
            deliveries: components["schemas"]["CaseDelivery"][];
            /**
             * @description Discrepancy reports (SF 364).
             * @default []
             */
            discrepancies: components["schemas"]["CaseDiscrepancy"][];
            /**
             * @description Payments received, the initial deposit included.
             * @default []
             */
            payments: components["schemas"]["CasePayment"][];
            /**
             * @description Reconciliations, latest last.
             * @default []
             */
            reconciliations: components["schemas"]["CaseReconciliation"][];
            /**
             * @description Program and financial reviews.
             * @default []
             */
            reviews: components["schemas"]["CaseReview"][];
            /** @default null */
            schedule: components["schemas"]["PaymentSchedule"] | null;
        };
        /** @description The executions of a queue in figures. */
        ExecutionFigures: {
            /** @description Cases that are to be closed. */
            backlog: number;
            /** @description Of those, with nothing that stops it. */
            closable: number;
            /** @description Cases with a delivery past its day. */
            delivery_late: number;
            /** @description Open discrepancy reports. */
            discrepancies: number;
            /** @description Cases of which something asked for is overdue. */
            overdue: number;
            /**
             * Format: int64
             * @description What is overdue, US cents.
             */
            overdue_cents: number;
            /** @description Cases of which a fiscal year that is over was not reconciled. */
            reconcile: number;
            reconcile_year?: components["schemas"]["FiscalYear"] | null;
            /** @description Cases whose next review should have been held. */
            review_late: number;
            /** @description Of those to be closed, by way. */
            ways: components["schemas"]["ClosureCount"][];
        };
        /** @description A case's execution on a day, in figures. */
        ExecutionState: {
            /**
             * Format: int32
             * @description Actions of reviews past their day.
             */
            actions_overdue: number;
            closure?: components["schemas"]["ClosurePath"] | null;
            /**
             * Format: date
             * @description Since when it is to be closed.
             */
            closure_since?: string | null;
            /**
             * Format: int32
             * @description In how many ways its closure is stopped.
             */
            closure_stops: number;
            /**
             * Format: int32
             * @description Deliveries that are expected.
             */
            deliveries: number;
            /**
             * Format: int32
             * @description Of those, past their day.
             */
            deliveries_late: number;
            /**
             * Format: date
             * @description The next day on which a delivery is expected, not late yet.
             */
            delivery_next?: string | null;
            /**
             * Format: int32
             * @description Open discrepancy reports.
             */
            discrepancies: number;
            /**
             * Format: date
             * @description The day the oldest of them was filed.
             */
            discrepancy_since?: string | null;
            /**
             * Format: date
             * @description The expected day of the one that is late the longest.
             */
            late_since?: string | null;
            /**
             * Format: int64
             * @description What is overdue, US cents.
             */
            overdue_cents: number;
            /**
             * Format: date
             * @description Since when.
             */
            overdue_since?: string | null;
            /**
             * Format: date
             * @description The next day on which something is to be paid, not overdue yet.
             */
            payment_next?: string | null;
            reconcile?: components["schemas"]["FiscalYear"] | null;
            /**
             * Format: date
             * @description The day by which the next review is due.
             */
            review_due?: string | null;
        };
        /** @description A difference and why it stands. */
        ExplainedDifference: {
            /** @description What does not agree. */
            difference: components["schemas"]["DifferenceKind"];
            /** @description Why; names no person. */
            note: components["schemas"]["Text"];
        };
        /** @description Sets the day on which an offer expires. */
        ExtendOffer: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The last day on which it may be accepted.
             */
            until: string;
        };
        /** @description Gives a turn back to whoever was given it, with a later suspense. */
        ExtendSuspense: {
            /** @description What was asked. */
            ask: components["schemas"]["Ask"];
            /**
             * Format: date
             * @description The new suspense.
             */
            due: string;
            /** @description Of whom. */
            holder: components["schemas"]["Holder"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description Moves a rotation date out. */
        ExtendTour: {
            /**
             * Format: date
             * @description The new rotation date.
             */
            rotation: string;
            /** @description Which tour. */
            tour: components["schemas"]["TourId"];
        };
        /** @description Facts of the field class *family*. */
        FamilyFacts: {
            /**
             * Format: date
             * @description Until when the family is medically cleared to go abroad. Unknown where absent.
             */
            cleared_until?: string | null;
            /**
             * Format: int32
             * @description Dependents who would move along.
             */
            dependents: number;
            spouse?: components["schemas"]["Text"] | null;
        };
        /**
         * @description What becomes of the family that came along.
         * @enum {string}
         */
        FamilyMove: "no_family" | "stays" | "leaves" | "returns" | "may_return" | "stays_away";
        /**
         * @description For whom a stable slate is best.
         * @enum {string}
         */
        Favours: "members" | "offices";
        /**
         * @description Fields of a person that one source is believed on.
         * @enum {string}
         */
        FieldGroup: "name" | "service" | "grade" | "specialties" | "languages" | "clearance" | "certificates";
        /** @description A field that a column may be mapped to. */
        FieldGuide: {
            /** @description What its cells hold. */
            holds: string;
            /** @description What it means. */
            meaning: string;
            /** @description Its name. */
            name: string;
            /** @description Whether every profile of the kind maps it. */
            needed: boolean;
        };
        /** @description A figure of a country in a fiscal year, with where it comes from. */
        Figure: {
            /** @description The fiscal year. */
            fiscal_year: components["schemas"]["FiscalYear"];
            /** @description What it measures. */
            measure: components["schemas"]["Measure"];
            /** @description Source row, such as `reference/sales.csv#IRQ-2024`; synthetic figures say so. */
            source: components["schemas"]["Text"];
            /** @description Whether it was generated for demonstration rather than published. */
            synthetic: boolean;
            /**
             * Format: int64
             * @description The value in the measure's unit.
             */
            value: number;
        };
        /** @description Files a discrepancy report of the purchaser. */
        FileDiscrepancy: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: int64
             * @description What is claimed, US cents.
             */
            claim_cents: number;
            /**
             * Format: date
             * @description The day it was filed.
             */
            filed: string;
            /** @description What is wrong. */
            kind: components["schemas"]["DiscrepancyKind"];
            /**
             * Format: int32
             * @description Which line.
             */
            line: number;
            /** @description In words; names no person. */
            note: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description How many are concerned.
             */
            quantity: number;
        };
        /** @description One thing wrong with a file. */
        FileFault: {
            /** @description Column, as the file names it. */
            column?: string | null;
            /** @description What would have been taken. */
            expected: string;
            /** @description What was found. */
            found: string;
            /**
             * Format: int64
             * @description Line of the file, or row of the sheet.
             */
            line?: number | null;
            /** @description The valid value most like what was found. */
            nearest?: string | null;
        };
        /**
         * @description How a billet is filled (facts §3).
         * @enum {string}
         */
        FillMode: "service_nomination" | "nominative_board" | "civilian_recruitment" | "civilian_reassignment" | "locally_employed" | "temporary";
        /** @description How firmly a line stands. */
        Firmness: {
            /** @description People beside the line's own who would go elsewhere in that slate. */
            others: number;
            /**
             * Format: int64
             * @description Points by which the line would have to become dearer before a slate without it is as good.
             */
            points: number;
        };
        /**
         * Format: int32
         * @description A US federal fiscal year: FY2024 runs from 1 October 2023 to 30 September 2024.
         */
        FiscalYear: number;
        /** @description A contradiction that a file would bring. */
        Flag: {
            /** @description What was found. */
            detail: components["schemas"]["Text"];
            /** @description What kind. */
            kind: components["schemas"]["ContradictionKind"];
            row?: components["schemas"]["Text"] | null;
        };
        /** @description A segment by the delay that began in it and lasted to the end of the case. */
        FlowBottleneck: {
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /**
             * Format: double
             * @description By how much late passings took longer, together.
             */
            excess_days: number;
            /** @description The code before. */
            from: string;
            /**
             * Format: double
             * @description What of it lasted: what bottlenecks are ranked by.
             */
            lasting_days: number;
            /**
             * Format: int64
             * @description Passings that took longer than typical.
             */
            late: number;
            /**
             * Format: double
             * @description What of it later passings of the same cases made good.
             */
            made_good_days: number;
            /**
             * Format: double
             * @description Of the lasting delay of all segments, 0 to 1.
             */
            share: number;
            /** @description The code after. */
            to: string;
            /**
             * Format: double
             * @description What it takes typically, days.
             */
            typical_days?: number | null;
        };
        /** @description A departure from the order of milestones. */
        FlowDeparture: {
            /** @description The code. */
            activity: string;
            /**
             * Format: int64
             * @description In how many cases.
             */
            cases: number;
            /** @description `skipped`, `out_of_order`, `repeated` or `unknown`. */
            kind: string;
        };
        /** @description Something that is done again. */
        FlowRework: {
            /** @description The code. */
            activity: string;
            /**
             * Format: int64
             * @description Cases that came to it.
             */
            cases: number;
            /**
             * Format: int64
             * @description Of those, more than once.
             */
            cases_again: number;
            /**
             * Format: double
             * @description From each former time to the repeated one, together.
             */
            loop_days: number;
        };
        /** @description One activity directly after another. */
        FlowSegment: {
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /** @description The code before: a milestone, `LOR`, or the begin or end of a hold. */
            from: string;
            /**
             * Format: double
             * @description On average.
             */
            mean_days: number;
            /**
             * Format: double
             * @description Half took at most so many days.
             */
            median_days: number;
            /**
             * Format: double
             * @description A quarter took at most so many days.
             */
            quarter_days: number;
            /**
             * Format: double
             * @description Three quarters took at most so many days.
             */
            three_quarters_days: number;
            /** @description The code after. */
            to: string;
            /**
             * Format: double
             * @description All passings together.
             */
            total_days: number;
        };
        /** @description A way that cases go. */
        FlowVariant: {
            /** @description Its codes in order. */
            activities: string[];
            /**
             * Format: int64
             * @description How many cases took it.
             */
            cases: number;
            /**
             * Format: double
             * @description From first to last, on average.
             */
            mean_days: number;
            /**
             * Format: double
             * @description Of all cases, 0 to 1.
             */
            share: number;
        };
        /** @description A range of days that is to hold four times in five. */
        ForecastRange: {
            /**
             * Format: date
             * @description Not earlier than this.
             */
            from: string;
            /**
             * Format: date
             * @description As likely earlier as later; none beyond everything seen.
             */
            median?: string | null;
            /**
             * Format: date
             * @description Not later than this; none where so many like it were never seen to come to it.
             */
            to?: string | null;
        };
        /**
         * @description The form of the files.
         * @enum {string}
         */
        Format: "csv" | "workbook" | "fixed_width";
        /**
         * @description The areas of concentration of certification program 1.0 (DoDI 5132.15). The nine areas of program 2.0 are not
         *     published.
         * @enum {string}
         */
        FunctionalArea: "planning_oversight_execution" | "case_life_cycle" | "training_education" | "acquisition" | "sco_operations";
        /** @description Records that a billet is funded, or is not, from a day on. */
        FundBillet: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletId"];
            /** @description The budget document that says so. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The first day it holds.
             */
            from: string;
            /** @description Whether there is money for it. */
            funded: boolean;
        };
        /** @description How the billets of one source of funds fare. */
        FundingFill: {
            /**
             * Format: int64
             * @description Points of their lines.
             */
            cost: number;
            /** @description Openings filled. */
            filled: number;
            /** @description What pays. */
            funding: components["schemas"]["FundingSource"];
            /** @description Openings. */
            openings: number;
        };
        /**
         * @description The money that pays for a billet.
         * @enum {string}
         */
        FundingSource: "fms_administrative" | "fmf_administrative" | "case_funded" | "operations_maintenance" | "title10_program" | "military_pay" | "host_nation";
        /** @description The person consents to the reassignment. */
        GiveConsent: {
            /** @description Who consents. */
            person: components["schemas"]["PersonId"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /**
         * @description The group that the time goal goes by.
         * @enum {string}
         */
        GoalCategory: "A" | "B" | "C" | "D";
        /** @description A pay grade such as O-5 or GS-13 */
        Grade: string;
        /**
         * @description Grades as the staffing tables group them.
         * @enum {string}
         */
        GradeBand: "enlisted" | "warrant_officer" | "company_grade" | "field_grade" | "flag_officer" | "gs12_and_below" | "gs13_to15" | "senior_executive";
        /** @description A role held by an account, where it reaches, and when. */
        Grant: {
            office?: components["schemas"]["OfficeId"] | null;
            /** @description From when until when. */
            period: components["schemas"]["Period"];
            person?: components["schemas"]["PersonId"] | null;
            purchaser?: components["schemas"]["Text"] | null;
            /** @description Which role. */
            role: components["schemas"]["Role"];
            service?: components["schemas"]["Service"] | null;
        };
        /** @description Grants a role to an account. */
        GrantRole: {
            /** @description To which account. */
            account: components["schemas"]["AccountId"];
            /** @description What is granted. */
            grant: components["schemas"]["Grant"];
        };
        /**
         * @description By what rows are grouped.
         * @enum {string}
         */
        Grouping: "command" | "country" | "office" | "service" | "grade_band" | "specialty" | "functional_area" | "funding";
        /** @description A planned arrival that is held. */
        HeldRow: {
            /** @description The billet. */
            billet: components["schemas"]["BilletName"];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            person?: components["schemas"]["PersonName"] | null;
            /**
             * Format: date
             * @description The report date planned.
             */
            report: string;
            /** @description The tour. */
            tour: components["schemas"]["TourId"];
        };
        /** @description A hold as a system of record reports it. */
        HoldRecord: {
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /** @description Why. */
            justification: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day it was lifted.
             */
            lifted?: string | null;
            /** @description The organisation that asked for it. */
            requester: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day by which it is to end.
             */
            until?: string | null;
        };
        /** @description Who may hold the ball. */
        Holder: "headquarters" | "director" | {
            /** @description A command, an agency or an SCO. */
            office: components["schemas"]["OfficeId"];
        } | {
            /** @description The assignment officers of a military service. */
            service: components["schemas"]["Service"];
        } | {
            /** @description The chief of mission of an office's host country, who does not sign in here: headquarters records the answer. */
            mission: components["schemas"]["OfficeId"];
        } | {
            /** @description One person, who is asked for consent. */
            person: components["schemas"]["PersonId"];
        };
        /** @description How many open cases lie with somebody. */
        HolderCount: {
            /** @description How many cases. */
            cases: number;
            /** @description Who works them. */
            holder: components["schemas"]["CaseHolder"];
            /** @description Whether that is a pool of the workforce. */
            workforce: boolean;
        };
        /** @description What of the way to the offer is whose. */
        HolderShare: {
            /** @description Who. */
            holder: components["schemas"]["CaseHolder"];
            /**
             * Format: double
             * @description Share of all days before the offer, 0 to 1, holds not counted.
             */
            share: number;
            /** @description Whether staffing changes anything there. */
            workforce: boolean;
        };
        /** @description An ILR level */
        Ilr: string;
        /**
         * @description Takes a member's ranking from a service's marketplace; a later one replaces an earlier one, a ballot held here is
         *     never replaced.
         */
        ImportRanking: {
            /**
             * Format: date
             * @description The day it speaks of.
             */
            as_of: string;
            /** @description Billets, best first. Kept sealed under the person's key. */
            billets: components["schemas"]["BilletId"][];
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description Whose. */
            person: components["schemas"]["PersonId"];
            /** @description The marketplace it comes from. */
            source: components["schemas"]["Text"];
        };
        /**
         * @description Whether the billet is the person's own or one they hold beside it.
         * @enum {string}
         */
        Incumbency: "primary" | "additional";
        /** @description An event of a record. */
        JournalEvent: {
            /** @description What it holds, sealed facts left sealed; only for those who may see every row it could be about. */
            body?: unknown;
            /** @description Its stored name. */
            event: string;
        };
        /** @description A page of the journal, newest first. */
        JournalPage: {
            /** @description The records. */
            items: components["schemas"]["JournalRow"][];
            /**
             * Format: int64
             * @description What to give as `before` for the page after.
             */
            next?: number | null;
            /**
             * Format: int64
             * @description Records in the journal.
             */
            total: number;
        };
        /** @description A record. */
        JournalRow: {
            actor?: components["schemas"]["Actor"] | null;
            /** @description The instant it was recorded, RFC 3339. */
            at: string;
            /** @description The command's id. */
            command_id: string;
            /** @description How many events it holds. */
            event_count: number;
            /** @description The first of its events. */
            events: components["schemas"]["JournalEvent"][];
            /** @description The leaf of the Merkle tree over its exact bytes. */
            leaf: string;
            /**
             * Format: int32
             * @description How many parts there are.
             */
            of: number;
            /**
             * Format: int32
             * @description Which part of the command's records it is, from 1.
             */
            part: number;
            /**
             * Format: int64
             * @description Its position.
             */
            position: number;
        };
        /** @description Keeps a member's shortlist; a later one replaces an earlier one. */
        KeepFavourites: {
            /** @description Billets; at most 100. Kept sealed under the person's key. */
            billets: components["schemas"]["BilletId"][];
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description Whose. */
            person: components["schemas"]["PersonId"];
        };
        /** @description A kind of source. */
        KindGuide: {
            /** @description An example of its profile. */
            example: components["schemas"]["Profile"];
            /** @description The fields of its rows. */
            fields: components["schemas"]["FieldGuide"][];
            /** @description The kind. */
            kind: components["schemas"]["SourceKind"];
            /** @description The name people use. */
            title: string;
        };
        /** @description Levels a billet needs in a language. */
        LanguageRequirement: {
            /** @description The language by name, such as `Arabic`. */
            language: components["schemas"]["Text"];
            /** @description Reading. */
            reading: components["schemas"]["Ilr"];
            /** @description Speaking. */
            speaking: components["schemas"]["Ilr"];
        };
        /** @description Levels a person was tested at. */
        LanguageScore: {
            /** @description The language by name. */
            language: components["schemas"]["Text"];
            /** @description Listening. */
            listening: components["schemas"]["Ilr"];
            /** @description Reading. */
            reading: components["schemas"]["Ilr"];
            /** @description Speaking. */
            speaking: components["schemas"]["Ilr"];
            /**
             * Format: date
             * @description The day of the test; the score ages out after the lever's months.
             */
            tested: string;
        };
        /** @description The ledger of a country on a day. */
        Ledger: {
            /** @description Everything recorded for the country, whatever the day. */
            authorisations: components["schemas"]["Section515Authorisation"][];
            /** @description What authorises the number. */
            authority: components["schemas"]["LedgerAuthority"];
            /**
             * Format: int32
             * @description Billets that would count if members filled them.
             */
            billets: number;
            /**
             * @description Days of the next 36 months on which number or limit changes, by what is planned today. What is not the asker's to see
             *     is counted and not named.
             */
            changes: components["schemas"]["LedgerChange"][];
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
            /**
             * Format: date
             * @description The first of these days on which more members are there than allowed.
             */
            exceeded?: string | null;
            /**
             * Format: int32
             * @description The general limit, by the lever.
             */
            general_limit: number;
            /**
             * Format: int64
             * @description Allowed less counted; below zero where more are there than allowed.
             */
            left: number;
            /**
             * Format: int32
             * @description Members allowed.
             */
            limit: number;
            /** @description The billets in offices that are the asker's to see. */
            lines: components["schemas"]["LedgerLine"][];
            /**
             * Format: int32
             * @description Members who count.
             */
            members: number;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /**
             * Format: int32
             * @description Billets in offices that are not.
             */
            unseen: number;
        };
        /** @description What authorises the number on the day. */
        LedgerAuthority: {
            /** @description The law or waiver. */
            document: components["schemas"]["Text"];
            /** @description Which kind. */
            kind: components["schemas"]["LedgerAuthorityKind"];
            /**
             * Format: int32
             * @description Members it allows.
             */
            members: number;
            period?: components["schemas"]["Period"] | null;
        };
        /**
         * @description What authorises the number of members.
         * @enum {string}
         */
        LedgerAuthorityKind: "general" | "recorded";
        /** @description A day on which the number changes. */
        LedgerChange: {
            /** @description Billets that come to count. */
            coming: components["schemas"]["BilletBrief"][];
            /** @description Billets that cease to count. */
            leaving: components["schemas"]["BilletBrief"][];
            /**
             * Format: int32
             * @description Members allowed from that day on.
             */
            limit: number;
            /**
             * Format: int32
             * @description Members from that day on.
             */
            members: number;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
        };
        /** @description A billet that counts when a member fills it. */
        LedgerLine: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletBrief"];
            /** @description Whether it counts on the day: a military member covers it. */
            counts: boolean;
            incumbent?: components["schemas"]["PersonBrief"] | null;
            /**
             * Format: date
             * @description The first day the incumbent is not there.
             */
            leaves?: string | null;
            /** @description Its office. */
            office: components["schemas"]["OfficeId"];
            tour?: components["schemas"]["TourId"] | null;
        };
        /** @description A country's ledger with the names of its offices. */
        LedgerPage: components["schemas"]["Ledger"] & {
            /** @description The country by name. */
            name: components["schemas"]["CountryName"];
            /** @description The offices that its lines name. */
            offices: components["schemas"]["OfficeName"][];
        };
        /** @description The ledger of a country in a list. */
        LedgerRow: {
            /**
             * Format: int32
             * @description Billets that would count if filled.
             */
            billets: number;
            command?: components["schemas"]["OfficeName"] | null;
            /** @description Which country. */
            country: components["schemas"]["CountryName"];
            /** @description The law or waiver. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The first day of the next 36 months on which more members are there than allowed.
             */
            exceeded?: string | null;
            /**
             * Format: int64
             * @description Allowed less counted.
             */
            left: number;
            /**
             * Format: int32
             * @description Members allowed.
             */
            limit: number;
            /**
             * Format: int32
             * @description Members who count.
             */
            members: number;
            /**
             * Format: date
             * @description Until when it holds, if it ends.
             */
            until?: string | null;
        };
        /**
         * @description From which side the service is looked at.
         * @enum {string}
         */
        Lens: "place" | "supported";
        /**
         * @description A policy parameter.
         * @enum {string}
         */
        Lever: "overlap_days" | "section515_members" | "late_report_days" | "escalation_days" | "correction_days" | "request_office_days" | "request_review_days" | "request_coordination_days" | "request_mission_days" | "request_decision_days" | "sco_share" | "departure_days" | "departure_warning_days" | "diversion_days" | "temporary_duty_days" | "reserve_orders_days" | "guard_bilateral_days" | "contractor_days" | "training_team_days" | "language_score_months" | "grade_tolerance" | "report_window_days" | "minimum_tour_months" | "unknown_facts_pass" | "language_course_level" | "course_weeks_one" | "course_weeks_two" | "course_weeks_three" | "course_weeks_four" | "clearance_secret_months" | "clearance_top_secret_months" | "clearance_sci_months" | "certificate_weeks" | "retainability_months" | "time_on_station_months" | "joint_tour_months" | "foreign_limit_months" | "foreign_break_days" | "consecutive_hardship_rule" | "key_experience_months" | "commuting_km" | "state_rules" | "fair_share_months" | "domestic_limit_months" | "vacancy_cost" | "key_billet_cost" | "priority_cost" | "unassigned_cost" | "grade_cost" | "functional_area_cost" | "language_margin_cost" | "preference_cost" | "unlisted_cost" | "move_cost" | "gap_day_cost" | "hardship_repeat_cost" | "disruption_cost" | "training_week_cost" | "slate_gap" | "slate_rounds" | "language_seats" | "certificate_seats" | "move_dollars" | "move_distance_dollars" | "move_family_dollars" | "budget_fms_administrative" | "budget_fmf_administrative" | "budget_case_funded" | "budget_operations_maintenance" | "budget_title10_program" | "budget_military_pay" | "budget_host_nation" | "most_ranked" | "lottery_seed" | "ballot_reminder_days" | "responsive_share" | "newcomer_proficiency" | "newcomer_months" | "later_fill_months" | "coefficient_spread" | "minimum_team" | "available_hours" | "open_case_minutes" | "development_case_minutes" | "pre_lor_minutes" | "notification_minutes" | "training_line_minutes" | "engagement_minutes" | "end_use_item_minutes" | "visit_minutes" | "concurrence_days" | "concurrence_silence" | "endorsement_days" | "amendment_days" | "publication_days" | "published_days" | "portal_quiet_days" | "screening_lead_days" | "medical_lead_days" | "security_lead_days" | "passport_lead_days" | "visa_lead_days" | "country_clearance_lead_days" | "certificate_lead_days" | "fact_lead_days" | "household_goods_lead_days" | "language_weeks_i" | "language_weeks_i_i" | "language_weeks_i_i_i" | "language_weeks_i_v" | "housing_lead_days" | "nomination_days" | "acceptance_days" | "vetting_days" | "board_selection_days" | "proposal_days" | "consent_days" | "resolution_days" | "order_days" | "announcement_days" | "certificate_days" | "interview_days" | "recruit_selection_days" | "tentative_offer_days" | "security_medical_days" | "firm_offer_days" | "entry_on_duty_days" | "outlook_retention" | "outlook_accessions" | "outlook_placed" | "outlook_renewal" | "outlook_language_seats" | "outlook_certificate_seats" | "outlook_spread" | "stuck_share" | "stuck_least" | "hold_decision_days" | "assignment_days" | "watch_days" | "distribution_load" | "distribution_expertise" | "distribution_country" | "distribution_continuity";
        /** @description A change of a lever. */
        LeverChange: {
            by?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description The first day of the value.
             */
            from: string;
            /** @description Why. */
            reason: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description The value.
             */
            value: number;
        };
        /** @description What a lever means, in which unit, between which bounds. */
        LeverDefinition: {
            /**
             * Format: int64
             * @description The value in force until it is set.
             */
            default: number;
            /** @description The group it is shown in. */
            group: string;
            /** @description Its name in the API and the journal. */
            key: components["schemas"]["Lever"];
            /**
             * Format: int64
             * @description The smallest value allowed.
             */
            least: number;
            /** @description What it means, as a sentence. */
            meaning: string;
            /**
             * Format: int64
             * @description The largest value allowed.
             */
            most: number;
            /** @description Where the default comes from. */
            source: string;
            /** @description Its unit. */
            unit: string;
        };
        /** @description A lever with the value in force and its history. */
        LeverRow: components["schemas"]["LeverDefinition"] & {
            /** @description Every change, earliest first. */
            history: components["schemas"]["LeverChange"][];
            /**
             * Format: int64
             * @description The value in force today.
             */
            value: number;
        };
        /** @description Lifts a hold. */
        LiftHold: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: date
             * @description The first day on which it is held no more.
             */
            on: string;
        };
        /** @description How a slate uses a limit. */
        LimitUse: {
            /** @description What is limited. */
            limited: components["schemas"]["Limited"];
            /**
             * Format: int64
             * @description The most that its lines may use together: people, seats or US dollars.
             */
            most: number;
            /**
             * Format: double
             * @description Points by which the bound on the slate's cost would fall, at the margin, for one more of it; 0 where the limit does
             *     not bind, and in a slate that keeps to no limits.
             */
            price: number;
            /**
             * Format: int64
             * @description What they use.
             */
            used: number;
        };
        /** @description What limits several lines together. */
        Limited: {
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
            /**
             * Format: date
             * @description The day on which the fewest more may join.
             */
            day: string;
            /** @enum {string} */
            of: "section515";
            /** @description Members who serve there on that day beside the slate's; they count against the same limit. */
            serving: number;
        } | {
            /** @enum {string} */
            of: "service";
            /** @description Which service. */
            service: components["schemas"]["Service"];
        } | {
            /** @description Which fund. */
            fund: components["schemas"]["FundingSource"];
            /** @enum {string} */
            of: "budget";
        } | {
            /** @description Which language. */
            language: components["schemas"]["Text"];
            /** @enum {string} */
            of: "language_seats";
        } | {
            /** @enum {string} */
            of: "certificate_seats";
        };
        /** @description What would move a line. */
        LineChange: {
            firmness?: components["schemas"]["Firmness"] | null;
            /** @description Rules, limits and levers of which one step alone moves the line. */
            moved_by: components["schemas"]["MovedBy"][];
            /** @description The position whose facts it was worked out on. */
            on: components["schemas"]["Position"];
        };
        /**
         * @description What a line buys.
         * @enum {string}
         */
        LineClass: "major_equipment" | "articles" | "services" | "training" | "construction";
        /** @description How much of a line was delivered. */
        LineDelivered: {
            /**
             * Format: int32
             * @description How many were delivered.
             */
            delivered: number;
            /**
             * Format: int64
             * @description What was delivered is worth, US cents.
             */
            delivered_cents: number;
            /**
             * Format: int32
             * @description Which line.
             */
            line: number;
            /**
             * Format: int32
             * @description How many are planned and not delivered.
             */
            planned: number;
            /**
             * Format: int32
             * @description How many it has.
             */
            quantity: number;
        };
        /** @description A line and why it is as it is. */
        LinePage: {
            /** @description The position whose facts the rules were compared on; the numbers are the slate's own. */
            compared_on: components["schemas"]["Position"];
            /** @description As in lists. */
            line: components["schemas"]["LineRow"];
            runner_up?: components["schemas"]["PersonName"] | null;
            /** @description The rules compared, the parts of the cost, the next best choice. */
            why: components["schemas"]["LineWhy"];
        };
        /** @description A line in a list. */
        LineRow: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /** @description Into which billet. */
            billet: components["schemas"]["BilletName"];
            /** @description The gaining command or agency. */
            command: components["schemas"]["OfficeName"];
            /**
             * Format: int64
             * @description Points.
             */
            cost: number;
            fill?: components["schemas"]["RequisitionStatus"] | null;
            from?: components["schemas"]["BilletName"] | null;
            /**
             * Format: int32
             * @description Its number.
             */
            line: number;
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            person?: components["schemas"]["PersonName"] | null;
            /**
             * Format: date
             * @description The day it was published.
             */
            published?: string | null;
            /** @description What the gaining command said. */
            reason?: string | null;
            /**
             * Format: date
             * @description The report date.
             */
            report: string;
            requisition?: components["schemas"]["RequisitionId"] | null;
            /**
             * Format: date
             * @description The projected rotation date.
             */
            rotation: string;
            /**
             * Format: int64
             * @description Points the whole slate would cost more with the next best person; none if nobody else was eligible.
             */
            runner_up_costs_more?: number | null;
            /** @description Where it stands. */
            status: components["schemas"]["LineStatus"];
            turn?: components["schemas"]["AskedTurn"] | null;
        };
        /**
         * @description Where a line stands, derived from what was decided.
         * @enum {string}
         */
        LineStatus: "proposed" | "concurred" | "nonconcurred" | "endorsed" | "dropped";
        /** @description Why a line is as it is. */
        LineWhy: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /** @description Into which billet. */
            billet: components["schemas"]["BilletId"];
            /**
             * Format: int64
             * @description Points: the sum of the parts.
             */
            cost: number;
            /** @description The parts of the cost. */
            parts: components["schemas"]["PartWhy"][];
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            /**
             * Format: int64
             * @description The billet's dual price, in points.
             */
            price: number;
            /**
             * Format: date
             * @description The report date.
             */
            report: string;
            /**
             * Format: date
             * @description The projected rotation date.
             */
            rotation: string;
            /** @description Every rule and what it compared; empty where the person or the billet is no longer to be assigned. */
            rules: components["schemas"]["RuleWhy"][];
            runner_up?: components["schemas"]["RunnerUpWhy"] | null;
            /** @description In plain words; names nobody. */
            sentence: string;
            /**
             * Format: int64
             * @description Points that leaving the billet unfilled would cost, where it is still an opening.
             */
            unfilled_cost?: number | null;
        };
        /** @description Decides who rows of a source are: those looked at, one by one or as a listed selection. */
        LinkRows: {
            /** @description The rows with who they are. */
            links: components["schemas"]["RowLink"][];
            /** @description The source. */
            source: components["schemas"]["SourceId"];
        };
        /** @description A load as it is remembered. */
        Load: {
            /**
             * Format: date
             * @description The day it speaks of.
             */
            as_of: string;
            by?: components["schemas"]["AccountId"] | null;
            /**
             * Format: int32
             * @description Rows that were new, said something new, or were back.
             */
            changed: number;
            /** @description The file's name. */
            file: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Rows that a full file had no more.
             */
            gone: number;
            /**
             * Format: int32
             * @description People and billets it should name and did not.
             */
            lacking: number;
            /**
             * Format: date
             * @description The day it was loaded.
             */
            loaded: string;
            /**
             * Format: int32
             * @description Rows whose person was known.
             */
            matched: number;
            /**
             * Format: int32
             * @description Contradictions that it brought.
             */
            noted: number;
            /**
             * Format: int32
             * @description Rows in the file.
             */
            rows: number;
            /**
             * Format: int32
             * @description Contradictions whose cause it took away.
             */
            settled: number;
            /** @description SHA-256 of its bytes in hexadecimal. */
            sha256: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Rows that name somebody who was not known.
             */
            unmatched: number;
        };
        /** @description How evenly load lies. */
        LoadSpread: {
            /**
             * Format: double
             * @description 0 where all carry the same, towards 1 where one carries all (Gini).
             */
            gini: number;
            /**
             * Format: int64
             * @description Least minutes a month.
             */
            least: number;
            /**
             * Format: int64
             * @description Most minutes a month.
             */
            most: number;
        };
        /** @description What a sample looks like, or why it does not read. */
        Look: {
            /** @description Its columns. */
            columns: components["schemas"]["SampleColumn"][];
            profile?: components["schemas"]["Profile"] | null;
            refused?: components["schemas"]["RefusedFile"] | null;
            /** @description Rows looked at. */
            rows: number;
        };
        /**
         * @description How a letter of request was found.
         * @enum {string}
         */
        LorAssessment: "actionable" | "complete" | "insufficient";
        /** @description Where the asker is told by mail. */
        MailAddress: {
            /** @description The address; none for no mail. */
            address?: string | null;
        };
        /** @description What a manager carries, before and with the cases proposed. */
        ManagerLoad: {
            /** @description Cases with those proposed. */
            cases_after: number;
            /** @description Cases before. */
            cases_before: number;
            /**
             * Format: int64
             * @description Minutes a month with those proposed.
             */
            minutes_after: number;
            /**
             * Format: int64
             * @description Minutes a month before, by the levers of demand.
             */
            minutes_before: number;
            /** @description Who. */
            person: components["schemas"]["PersonName"];
        };
        /** @description One manning document, as far as its billets are the asker's to see. */
        ManningDocument: {
            /**
             * Format: int32
             * @description Billets authorised on the day.
             */
            authorised: number;
            /**
             * Format: int32
             * @description Of the authorised, billets covered.
             */
            filled: number;
            /**
             * Format: int32
             * @description Of these, billets funded.
             */
            funded: number;
            /**
             * Format: int32
             * @description Offices with billets in it.
             */
            offices: number;
            /** @description The organisations at the top of its billets' offices: who owns it. */
            owners: components["schemas"]["OfficeId"][];
            /**
             * Format: int32
             * @description Open change requests about its billets.
             */
            requests: number;
            /** @description The name billets know it by. */
            source: components["schemas"]["Text"];
            /** @description Billets that begin or end, by fiscal year: the current one and the next three. */
            years: components["schemas"]["YearChange"][];
        };
        /** @description A manpower review. */
        ManpowerReview: {
            /** @description Its document. */
            document: components["schemas"]["Text"];
            evidence?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description From which day it holds.
             */
            from: string;
            /** @description Whether it is the one in force on the day. */
            in_force: boolean;
            /**
             * Format: date
             * @description The day it was held; null where that was not recorded.
             */
            reviewed?: string | null;
            /**
             * Format: int32
             * @description The strength it validates, in people.
             */
            strength: number;
        };
        /** @description A column of the source. */
        Mapped: {
            /** @description Code translations; a value that is none of them is read as it stands. */
            codes?: components["schemas"]["Code"][];
            /** @description Its name in the source's own header; in a fixed-width file the name that the source's description gives it. */
            column: components["schemas"]["Text"];
            /** @description The field it is; empty for a column that is passed over. */
            field?: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description In a fixed-width file the first place of the column, counted from 1.
             */
            start?: number | null;
            /**
             * Format: int32
             * @description In a fixed-width file the number of places of the column.
             */
            width?: number | null;
        };
        /** @description One open matter. */
        Matter: {
            /** @description The id of its row. */
            id: string;
            /** @description Of which area. */
            kind: components["schemas"]["MatterKind"];
            /** @description Where it stands, in words. */
            status: string;
            /** @description What it is about, naming no person. */
            title: string;
            /** @description Whose turn it is; several may hold one at once. */
            turns: components["schemas"]["MatterTurn"][];
        };
        /**
         * @description Of which area a matter is.
         * @enum {string}
         */
        MatterKind: "change_request" | "requisition";
        /** @description Who holds the ball in a matter. */
        MatterTurn: {
            /**
             * Format: date
             * @description The last day on which it is theirs who were given it.
             */
            due: string;
            /** @description Who, in words that name no person. */
            holder: string;
            /** @description Whether that day has passed. */
            late: boolean;
            /**
             * Format: date
             * @description The day the turn began.
             */
            since: string;
        };
        /**
         * @description What a figure measures.
         * @enum {string}
         */
        Measure: "fms_authorised" | "fmf_authorised" | "training_lines" | "training_students" | "training_cost" | "notifications" | "us_active_duty" | "us_civilians" | "open_cases" | "development_cases" | "pre_lor_requests" | "engagements" | "end_use_items" | "visits" | "fms_delivered";
        /**
         * @description By what a quarter is divided.
         * @enum {string}
         */
        MeasureBy: "office" | "command" | "category" | "agency" | "country";
        /** @description A group of a quarter. */
        MeasureGroup: {
            /** @description How many cases or billets it counts. */
            count: number;
            country?: components["schemas"]["CountryName"] | null;
            /** @description The group. */
            group: components["schemas"]["Text"];
            /** @description How many of them are not over. */
            running: number;
            /**
             * Format: double
             * @description Its figure.
             */
            value?: number | null;
        };
        /** @description Every measure. */
        MeasureList: {
            /** @description The measures. */
            measures: components["schemas"]["MeasureRow"][];
            /** @description Measures without a figure. */
            not_recorded: components["schemas"]["MissingMeasure"][];
            /** @description Whether what is measured is made up for demonstration: such figures prove nothing of the real world. */
            synthetic: boolean;
        };
        /** @description One measure. */
        MeasurePage: components["schemas"]["MeasureRow"] & {
            /** @description By what it is divided. */
            by: components["schemas"]["MeasureBy"];
            /** @description The quarter by group, those that count most first. */
            groups: components["schemas"]["MeasureGroup"][];
            /** @description The quarter shown. */
            quarter: string;
            /** @description The rows that the quarter counts, those that weigh against it most first. */
            rows: components["schemas"]["MeasureSourceRow"][];
            /** @description Whether what is measured is made up for demonstration. */
            synthetic: boolean;
            /** @description How many rows there are. */
            total: number;
        };
        /** @description A measure. */
        MeasureRow: {
            /** @description What it counts, and what puts something into a quarter. */
            definition: string;
            /** @description Its name in addresses. */
            id: string;
            /** @description Whether more is better. */
            rising_is_good: boolean;
            /** @description What it counts in. */
            scale: components["schemas"]["MeasureScale"];
            /** @description Who asks for it. */
            source: string;
            /** @description Its title. */
            title: string;
            /** @description Figures by quarter, the running one last. */
            trend: components["schemas"]["MeasureTrendPoint"][];
        };
        /**
         * @description What a figure counts in.
         * @enum {string}
         */
        MeasureScale: "share" | "days" | "working_days";
        /** @description A row that the quarter's figure counts. */
        MeasureSourceRow: {
            billet?: components["schemas"]["BilletName"] | null;
            case?: components["schemas"]["MeasuredCase"] | null;
            /** @description The office that works it, or whose it is. */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The day that puts it into the quarter.
             */
            on: string;
            /** @description Whether it is not over. */
            running: boolean;
            /**
             * Format: double
             * @description What it counts with, in the measure's unit; of a share 1 or 0.
             */
            value: number;
        };
        /** @description A quarter's figure. */
        MeasureTrendPoint: {
            /** @description How many cases or billets it counts. */
            count: number;
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /** @description The quarter of the US fiscal year, such as `2026Q3`. */
            quarter: string;
            /** @description How many of them are not over. */
            running: number;
            /** @description Whether it is not over. */
            so_far: boolean;
            /**
             * Format: double
             * @description The figure; none where nothing was observed or too few are over to tell.
             */
            value?: number | null;
        };
        /** @description A case as a measure names it. */
        MeasuredCase: {
            /** @description Its id. */
            id: components["schemas"]["CaseId"];
            /** @description Its identifier. */
            number: components["schemas"]["CaseNumber"];
            /** @description What is bought, in short. */
            title: components["schemas"]["Text"];
        };
        /**
         * @description Whether a scenario takes somebody or something into the cycle.
         * @enum {string}
         */
        Membership: "as_derived" | "dropped" | "added";
        /**
         * @description A milestone of a case.
         * @enum {string}
         */
        Milestone: "initiated" | "development_status" | "case_assigned" | "case_returned" | "stage_one_sent" | "stage_one_accepted" | "agency_approved" | "writer_assigned" | "writing_started" | "writer_returned" | "writing_status" | "writing_complete" | "review_status" | "program_wait" | "program_reviewed" | "agency_signed" | "writer_approved" | "proposed_status" | "state_listed" | "state_approved" | "countersigned" | "offered" | "accepted" | "deposited" | "implemented" | "supply_complete" | "interim_closed" | "closed" | "development_reactivated" | "agency_reactivated" | "cancelled";
        /** @description What a milestone means. */
        MilestoneDefinition: {
            /** @description Its code in the system of record, or ours where there is none. */
            code: string;
            /** @description Who works the step that follows. */
            holder: components["schemas"]["CaseHolder"];
            /** @description Which milestone. */
            milestone: components["schemas"]["Milestone"];
            /** @description How it stands in the order. */
            order: components["schemas"]["MilestoneOrder"];
            /** @description The phase that a case is in once it is reached. */
            phase: components["schemas"]["CasePhase"];
            /** @description What a purchaser reads where it is shown to purchasers. */
            plain: string;
            /** @description The step at which a case stands once it is reached: itself, or the earlier one that it takes the case back to. */
            stands_at: components["schemas"]["Milestone"];
            /** @description What it says, as a title. */
            title: string;
        };
        /**
         * @description How a milestone stands in the order.
         * @enum {string}
         */
        MilestoneOrder: "step" | "optional" | "back" | "end";
        /** @description A measure that is asked for and whose facts nobody records. */
        MissingMeasure: {
            /** @description What would have to be recorded. */
            needs: string;
            /** @description Its title. */
            title: string;
        };
        /** @description Strength on the first day of a month. */
        Month: {
            /**
             * Format: int32
             * @description Billets covered if every planned tour begins as planned.
             */
            assigned_planned: number;
            /**
             * Format: int32
             * @description Billets covered if none does.
             */
            assigned_unplanned: number;
            /**
             * Format: int32
             * @description Billets authorised.
             */
            authorised: number;
            /**
             * Format: double
             * @description Covered share of the billets to be filled, with planned tours.
             */
            fill_planned?: number | null;
            /**
             * Format: double
             * @description Without.
             */
            fill_unplanned?: number | null;
            /**
             * Format: date
             * @description The first day of the month.
             */
            month: string;
        };
        /** @description More requests, or fewer. */
        MoreArrivals: {
            /** @description Of the countries of this command; of all where absent. */
            command?: string | null;
            /**
             * Format: int32
             * @description From so many days after today on.
             */
            from_day: number;
            /**
             * Format: int32
             * @description By so many per cent, from -100 to 1000.
             */
            percent: number;
        };
        /** @description More people, or fewer, in a pool. */
        MorePeople: {
            /**
             * Format: int32
             * @description From so many days after today on.
             */
            from_day: number;
            /**
             * Format: int32
             * @description So many more; newcomers as any. Below 0: so many fewer.
             */
            more: number;
            /** @description The pool's name. */
            pool: string;
        };
        /** @description Moves a delivery to another day, or takes it out of the plan. The day first planned stays, so that slip is measured. */
        MoveDelivery: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: int32
             * @description Which of its deliveries, from 0 in the order of recording.
             */
            delivery: number;
            /** @description In words; names no person. */
            note: components["schemas"]["Text"];
            /** @description Why. */
            slip: components["schemas"]["SlipReason"];
            /**
             * Format: date
             * @description The day expected now; none: it will not be made.
             */
            to?: string | null;
        };
        /** @description One change that moves a line. */
        MovedBy: {
            /**
             * Format: int64
             * @description The lever's value now; none for a rule.
             */
            from?: number | null;
            /** @description The rule's slug or the lever's name. */
            name: string;
            /** @description What is changed. */
            of: components["schemas"]["PriceOf"];
            /**
             * Format: int64
             * @description The value it is moved to; none for a rule, which is waived.
             */
            to?: number | null;
        };
        /** @description Somebody whose assignment differs. */
        MovedRow: {
            after?: components["schemas"]["BilletName"] | null;
            before?: components["schemas"]["BilletName"] | null;
            person?: components["schemas"]["PersonName"] | null;
        };
        /** @description Who comes and goes in a month, in numbers. */
        MovementMonth: {
            /**
             * Format: int32
             * @description Primary tours that are planned to begin in it; in the current month only those that have not begun.
             */
            arrivals: number;
            /**
             * Format: int32
             * @description Primary tours that end in it, from today on.
             */
            losses: number;
            /**
             * Format: date
             * @description Its first day.
             */
            month: string;
        };
        /** @description A mover in a list. */
        MoverRow: {
            billet?: components["schemas"]["BilletName"] | null;
            /**
             * Format: date
             * @description The first day free.
             */
            free: string;
            office?: components["schemas"]["OfficeName"] | null;
            person?: components["schemas"]["PersonName"] | null;
            /** @description Billets ranked, once the ballot's deadline has passed. */
            ranked: number;
        };
        /** @description Pairs that fail one rule only. */
        NearMiss: {
            /** @description How many pairs fail it and nothing else. */
            count: number;
            /** @description The rule's slug. */
            rule: string;
            /** @description What it asks, as a sentence. */
            title: string;
            /** @description Whether an authority may waive it. */
            waivable: boolean;
        };
        /** @description What the person needs. */
        Needs: {
            /** @description Whether dependents may come along. */
            accompanied: boolean;
            /** @description The clearance. */
            clearance: components["schemas"]["Clearance"];
            /** @description The grade. */
            grade: components["schemas"]["Grade"];
            /** @description Languages, as `Arabic 2/2+`. */
            languages: string[];
            /** @description The place of duty. */
            place: components["schemas"]["Text"];
            /** @description Whether a military incumbent counts under section 515. */
            section_515: boolean;
            /** @description Which services may fill it. */
            service_coding: string;
            specialty?: components["schemas"]["Text"] | null;
            /** @description How long a tour is. */
            tour_length: components["schemas"]["TourLength"];
        };
        /** @description How the network without the change keeps to what was. */
        NetworkFit: {
            /** @description The command; all where absent. */
            command?: string | null;
            /**
             * Format: double
             * @description Half of them were offered within so many days, holds not counted.
             */
            observed_median?: number | null;
            /** @description Cases offered in the year before today. */
            offered: number;
            /**
             * Format: double
             * @description The simulated median with billets filled as usual.
             */
            simulated_median?: number | null;
            /**
             * Format: double
             * @description The mean number simulated.
             */
            simulated_standing?: number | null;
            /** @description Cases before their offer today. */
            standing: number;
        };
        /** @description A planned next tour. */
        NextTour: {
            /** @description Its billet. */
            billet: components["schemas"]["BilletName"];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The report date.
             */
            report: string;
        };
        /** @description A service that can give nobody. */
        NoFillRow: {
            /** @description Why. */
            reason: components["schemas"]["Text"];
            /** @description Which service. */
            service: components["schemas"]["Service"];
            /**
             * Format: date
             * @description The first day on which it may be asked with a prospect again.
             */
            until: string;
        };
        /** @description Nominates a person. */
        NominatePerson: {
            /** @description Why this person; kept sealed under the person's key. */
            justification: components["schemas"]["Text"];
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            /** @description First choice or second; an alternate follows a primary nominee. */
            rank: components["schemas"]["Rank"];
            /**
             * Format: date
             * @description The day the person would report; the requisition's where it is left out.
             */
            report?: string | null;
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description A nomination. */
        NomineeRow: {
            /** @description Why this person, where it is the asker's to read. */
            justification?: string | null;
            /**
             * Format: date
             * @description The day of the nomination.
             */
            on: string;
            person?: components["schemas"]["PersonName"] | null;
            /** @description First choice or second. */
            rank: components["schemas"]["Rank"];
            /**
             * Format: date
             * @description The day the person would report.
             */
            report: string;
            /** @description Of which service. */
            service: components["schemas"]["Service"];
            /** @description Where the nomination stands. */
            standing: components["schemas"]["NomineeStanding"];
            /** @description What the vetters found. */
            vetted: components["schemas"]["VettingRow"][];
            why?: components["schemas"]["CandidateWhy"] | null;
        };
        /**
         * @description Where a nominee stands, derived from what was decided.
         * @enum {string}
         */
        NomineeStanding: "nominated" | "selected" | "consented" | "accepted" | "declined" | "withdrawn" | "superseded" | "refused";
        /** @description Says something about a case. */
        NoteCase: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description The words; name no person. */
            note: components["schemas"]["Text"];
        };
        /** @description Notes why an offer takes longer. */
        NoteDelay: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description Which of the ten reasons. */
            delay: components["schemas"]["DelayReason"];
            /** @description In words; names no person. */
            note: components["schemas"]["Text"];
            /**
             * Format: date
             * @description Since when.
             */
            since: string;
        };
        /** @description One thing that awaits an account. */
        Notice: {
            /** @description What is asked, in words: `Accept or decline`. */
            ask: string;
            /**
             * Format: date
             * @description The last day on which it is theirs who were given it.
             */
            due: string;
            /** @description The same for as long as the turn lasts, and for no other turn. */
            key: string;
            /** @description Of which area. */
            kind: components["schemas"]["NoticeKind"];
            /** @description Whether that day has passed, so that the turn came up the line. */
            late: boolean;
            /** @description The page where it is done, from the root: `/requisitions/R4`. */
            page: string;
            /**
             * Format: date
             * @description The day the turn began.
             */
            since: string;
            /** @description What it is about, naming no person. */
            title: string;
        };
        /**
         * @description Of which area a notice is.
         * @enum {string}
         */
        NoticeKind: "requisition" | "change_request" | "slate" | "ballot" | "case";
        /** @description A threshold that a case reaches. */
        NotificationCause: {
            /**
             * Format: int64
             * @description The threshold, US dollars.
             */
            from_usd: number;
            /** @description Where the threshold stands. */
            source: components["schemas"]["Text"];
            /** @description Which threshold. */
            threshold: components["schemas"]["PolicyKey"];
            /**
             * Format: int64
             * @description The value compared, US cents.
             */
            value_cents: number;
        };
        /** @description A published notification. */
        NotificationRow: components["schemas"]["PublishedNotification"] & {
            /** @description Cases of this country here that name the transmittal number. */
            cases: number;
            /** @description The country. */
            country: components["schemas"]["CountryName"];
        };
        /**
         * @description A step of the notification, in order.
         * @enum {string}
         */
        NotificationStep: "tiered_review" | "tiered_cleared" | "advance_notice" | "formal";
        /** @description Days of the way to the offer. */
        OfferClock: {
            /**
             * Format: int32
             * @description What counts: elapsed less held.
             */
            counted: number;
            /**
             * Format: int32
             * @description Calendar days from the letter of request to the offer, or to the day asked.
             */
            elapsed: number;
            /**
             * Format: int32
             * @description Days the goal allows; none where no goal was in force.
             */
            goal?: number | null;
            /**
             * Format: int32
             * @description Of those, days on hold.
             */
            held: number;
            /** @description Whether it still runs: neither offered, nor cancelled. */
            runs: boolean;
        };
        /** @description What is foreseen for a case before its offer, and what it rests on. */
        OfferForecast: {
            /** @description How many moments of other cases those are. */
            count: number;
            /** @description How many of them are decided. */
            ended: number;
            /** @description How many earlier forecasts set the range. */
            judged_by: number;
            /**
             * Format: int32
             * @description How often a range is to hold, percent.
             */
            level_percent: number;
            /** @description What the cases it is taken from have in common with this one. */
            like: string[];
            /**
             * Format: date
             * @description The day it was made.
             */
            made: string;
            next?: components["schemas"]["ForecastRange"] | null;
            /** @description When it is offered, if it is. */
            offer: components["schemas"]["ForecastRange"];
            /**
             * Format: int32
             * @description Of a hundred such cases, how many came to an offer.
             */
            offered_percent: number;
            /** @description Whether it is made from synthetic histories: then nothing is claimed of how often it turns out right. */
            synthetic: boolean;
        };
        /** @description How many open cases an office works. */
        OfficeCount: {
            /** @description How many cases. */
            cases: number;
            /** @description Of those, not yet offered. */
            developing: number;
            /** @description Of those not yet offered, past their goal. */
            late: number;
            /** @description People who manage some of them. */
            managers: number;
            /**
             * Format: int32
             * @description Days that half of its cases not yet offered have stood where they stand.
             */
            median_days?: number | null;
            /** @description Which office. */
            office: components["schemas"]["OfficeName"];
            /** @description Of those, stuck. */
            stuck: number;
        };
        /** @description The id of an office */
        OfficeId: string;
        /**
         * @description What sort of organisation an office is.
         * @enum {string}
         */
        OfficeKind: "combatant_command" | "agency" | "headquarters" | "school" | "sco";
        /** @description An office by id and code. */
        OfficeName: {
            /** @description Its code. */
            code: components["schemas"]["Text"];
            /** @description Its id. */
            id: components["schemas"]["OfficeId"];
        };
        /** @description An opening whose candidates the asker ranks. */
        OfficeOpeningRow: {
            /** @description The billet. */
            billet: components["schemas"]["BilletName"];
            /** @description How many people of the cycle are eligible. */
            eligible: number;
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The first day it is open.
             */
            open_from: string;
            /** @description How many of them the office has ranked. */
            ranked: number;
        };
        /** @description An office with what stands around it. */
        OfficePage: components["schemas"]["OfficeRow"] & {
            /** @description Who holds which authority over it. */
            authorities: components["schemas"]["AuthorityRow"][];
            /** @description The journal position that last changed the office. */
            changed: components["schemas"]["Position"];
            differentials?: components["schemas"]["Differentials"] | null;
            /** @description From when until when it exists. */
            existence: components["schemas"]["Period"];
            /**
             * Format: double
             * @description Degrees north.
             */
            lat: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number;
            /** @description Who of its people is elsewhere today, and who is here without a billet. */
            presence: components["schemas"]["OfficePresence"];
            /** @description Who rotates in the next year. */
            rotations: components["schemas"]["Rotation"][];
            section_515?: components["schemas"]["Section515"] | null;
            validated?: components["schemas"]["Review"] | null;
            /** @description IANA time zone of its deadlines. */
            zone: components["schemas"]["Text"];
        };
        /** @description Present and away at one office today. */
        OfficePresence: {
            /** @description Augmentations of the office that run or are to come. */
            augmented: components["schemas"]["AugmentationRow"][];
            /** @description People assigned here who are elsewhere. */
            away: components["schemas"]["AwayRow"][];
            /** @description Diversions to the office that run or are to come. */
            diverted_in: components["schemas"]["DiversionRow"][];
        };
        /** @description An office in a list. */
        OfficeRow: {
            /** @description Its code. */
            code: components["schemas"]["Text"];
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            country?: components["schemas"]["CountryName"] | null;
            designation?: components["schemas"]["Text"] | null;
            /**
             * Format: int64
             * @description Days without an incumbent, over all billets, in the year up to today.
             */
            gap_days_year: number;
            /** @description Its id. */
            id: components["schemas"]["OfficeId"];
            /** @description What sort of organisation it is. */
            kind: components["schemas"]["OfficeKind"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description Strength today. */
            picture: components["schemas"]["PictureRow"];
            /** @description Where it is. */
            post: components["schemas"]["PostName"];
            /** @description The post's status today. */
            post_status: components["schemas"]["PostStatus"];
        };
        /** @description An office's billets over the days asked. */
        OfficeTimeline: {
            /** @description Every billet of the office authorised in these days, in id order. */
            billets: components["schemas"]["TimelineBillet"][];
            /**
             * Format: date
             * @description The first day asked.
             */
            from: string;
            /**
             * Format: date
             * @description The day after the last.
             */
            until: string;
        };
        /** @description Opens a board before every service has answered, once the suspense of those who have not is over. */
        OpenBoard: {
            /** @description Which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description Opens a case on a letter of request. */
        OpenCase: {
            /** @description The group that its time goal goes by. */
            category: components["schemas"]["GoalCategory"];
            /** @description What kind of case it is. */
            kind: components["schemas"]["CaseKind"];
            /** @description What is asked for, line by line, as far as it is known. */
            lines: components["schemas"]["CaseLine"][];
            /**
             * Format: date
             * @description The day the letter of request was received.
             */
            lor: string;
            /** @description Its identifier. */
            number: components["schemas"]["CaseNumber"];
            /** @description The office of the implementing agency that works it. */
            office: components["schemas"]["OfficeId"];
            /** @description What is asked for, in short. */
            title: components["schemas"]["Text"];
        };
        /** @description Opens a cycle. */
        OpenCycle: {
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description The commands and agencies in scope; empty for the whole service. */
            scope: components["schemas"]["OfficeId"][];
            /** @description The days within which billets fall open and people rotate; at most two years. */
            window: components["schemas"]["Period"];
        };
        /**
         * @description Opens a requisition: asks for somebody in a billet from a day on. What the person needs are the billet's terms; how
         *     it is filled is the billet's fill mode on the report date.
         */
        OpenRequisition: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletId"];
            /**
             * Format: int32
             * @description How urgent, 1 (least) to 5.
             */
            priority: number;
            /**
             * Format: date
             * @description The day somebody is needed.
             */
            report: string;
            /** @description The military services asked to nominate; left empty for civilian and locally employed staff. */
            services: components["schemas"]["Service"][];
            /**
             * Format: date
             * @description The last day of the first turn; the lever's days from today where it is left out.
             */
            suspense?: string | null;
        };
        /** @description An opening in a list. */
        OpeningRow: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletName"];
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            /**
             * Format: int64
             * @description Points that leaving it unfilled costs.
             */
            cost: number;
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The first day open.
             */
            open_from: string;
        };
        /**
         * @description Records that the chief of mission and the Department of State ordered a departure from a post: everybody whose place
         *     of duty it is leaves for the safe haven, but those who are essential and locally employed staff.
         */
        OrderDeparture: {
            /** @description The document it rests on. */
            document: components["schemas"]["Text"];
            /** @description Who stays on duty at the post. */
            essential: components["schemas"]["PersonId"][];
            /**
             * Format: date
             * @description The first day of it.
             */
            from: string;
            /** @description Which post. */
            post: components["schemas"]["PostId"];
            /** @description Whom it takes away. */
            reach: components["schemas"]["DepartureReach"];
            /** @description Where people go. */
            safe_haven: components["schemas"]["PostId"];
        };
        /**
         * @description Where an order for some days stands.
         * @enum {string}
         */
        OrderState: "planned" | "running" | "ended" | "cancelled";
        /** @description Records the service's order for a tour. */
        OrderTour: {
            /**
             * Format: date
             * @description The day of the order.
             */
            on: string;
            /** @description Which tour. */
            tour: components["schemas"]["TourId"];
        };
        /**
         * @description How a contradiction was resolved.
         * @enum {string}
         */
        Outcome: "held_is_right" | "source_is_right" | "both_stand";
        /** @description The next five years. */
        Outlook: {
            /** @description What it rests on. */
            assumptions: components["schemas"]["OutlookAssumption"][];
            /** @description Today, and the same day of the five years after. */
            days: string[];
            /** @description The same by command, workforce and grade band; then those missing by specialty, certificate and language. */
            groups: components["schemas"]["OutlookGroup"][];
            /** @description Where one more accession or course seat a year does most; at most ten of each. */
            remedies: components["schemas"]["OutlookRemedy"][];
            /** @description Service by grade band by need where anybody is missing, most at the end first; at most 200. */
            rows: components["schemas"]["OutlookRow"][];
            /** @description What stronger retention, more accessions, renewals or seats would leave missing. */
            steps: components["schemas"]["OutlookStep"][];
            /** @description People needed and missing, whatever else the billets need. */
            total: components["schemas"]["OutlookYear"][];
        };
        /** @description A lever, the value in force today and the value taken. */
        OutlookAssumption: {
            /**
             * Format: int64
             * @description Its value today.
             */
            in_force: number;
            /** @description The lever. */
            lever: components["schemas"]["Lever"];
            /**
             * Format: int64
             * @description What is taken of it, in its unit.
             */
            value: number;
        };
        /**
         * @description By what shortages are added up.
         * @enum {string}
         */
        OutlookBy: "command" | "workforce" | "grade_band" | "specialty" | "certificate" | "language";
        /** @description One command, workforce, band, specialty, certificate or language over the years. */
        OutlookGroup: {
            /** @description By what. */
            by: components["schemas"]["OutlookBy"];
            /** @description Its name. */
            name: string;
            /** @description Each of the days. */
            years: components["schemas"]["OutlookYear"][];
        };
        /** @description Who is missing on the last day, by what they are missed for. Needs overlap, so these are not to be added. */
        OutlookMissing: {
            /**
             * Format: double
             * @description Holders of the certificate.
             */
            certificates: number;
            /**
             * Format: double
             * @description Speakers of the language.
             */
            languages: number;
            /**
             * Format: double
             * @description People, whatever else the billets need.
             */
            people: number;
            /**
             * Format: double
             * @description People with the specialty.
             */
            specialties: number;
        };
        /** @description What a billet asks of a person beside service and grade band. */
        OutlookNeed: {
            /** @enum {string} */
            kind: "anybody";
        } | {
            /** @enum {string} */
            kind: "specialty";
            /** @description This specialty. */
            name: components["schemas"]["Text"];
        } | {
            /** @enum {string} */
            kind: "certificate";
            /** @description A certificate in this functional area at the billet's level. */
            name: components["schemas"]["FunctionalArea"];
        } | {
            /** @enum {string} */
            kind: "language";
            /** @description A score in this language that reaches what the billet asks for. */
            name: components["schemas"]["Text"];
        };
        /** @description What one more a year would do in one row. */
        OutlookRemedy: {
            /** @description Their grade band. */
            band: components["schemas"]["GradeBand"];
            /**
             * Format: int32
             * @description How many more a year would leave nobody missing in the row on the last day; null where even 1,000 would not.
             */
            closes?: number | null;
            /** @description Whose shortage it closes. */
            coding: components["schemas"]["ServiceCoding"];
            /**
             * Format: double
             * @description People missing in the row on the last day without it.
             */
            missing: number;
            /** @description What they need. A language or a certificate is a course seat; anything else an accession. */
            need: components["schemas"]["OutlookNeed"];
            /**
             * Format: double
             * @description Years of people missing for this kind of need that one more a year saves over the five years, in all rows.
             */
            saves: number;
            /** @description Who, in words: `Army, O-4 to O-6, Arabic`. */
            title: string;
        };
        /** @description One service, grade band and need over the years. */
        OutlookRow: {
            /** @description Their grade band. */
            band: components["schemas"]["GradeBand"];
            /** @description Who may fill the billets. */
            coding: components["schemas"]["ServiceCoding"];
            /** @description What they need. */
            need: components["schemas"]["OutlookNeed"];
            /** @description Who, in words: `Army, O-4 to O-6, Arabic`. */
            title: string;
            /** @description Each of the days. */
            years: components["schemas"]["OutlookYear"][];
        };
        /** @description A lever moved, everything else as assumed. */
        OutlookStep: {
            /** @description The lever. */
            lever: components["schemas"]["Lever"];
            /** @description Who is then missing on the last day. */
            missing: components["schemas"]["OutlookMissing"];
            /**
             * Format: int64
             * @description By how much it is moved in every year, in its unit; 0 is as assumed.
             */
            more: number;
            /**
             * Format: double
             * @description Years of people missing over the five years, added up at the end of each.
             */
            people_years: number;
            /**
             * Format: int64
             * @description The value it then has.
             */
            value: number;
        };
        /** @description One day. People are expected values, to a tenth. */
        OutlookYear: {
            /**
             * Format: int32
             * @description Billets to be filled.
             */
            demand: number;
            /**
             * Format: double
             * @description People missing where retention, accessions and renewals turn out better by the spread.
             */
            least: number;
            /**
             * Format: double
             * @description People missing.
             */
            missing: number;
            /**
             * Format: double
             * @description People missing where they turn out worse by it.
             */
            most: number;
            /**
             * Format: double
             * @description Of them, covered by tours known today.
             */
            seated: number;
        };
        /** @description A dated permission for two primary incumbents to overlap. */
        OverlapAuthorisation: {
            /** @description The document it rests on. */
            document: components["schemas"]["Text"];
            /** @description The days on which two may overlap. */
            period: components["schemas"]["Period"];
        };
        /** @description The asker's own ballot. */
        OwnBallot: {
            /** @description Whether the asker ranks any opening here, or only those of nominative boards. */
            any_opening: boolean;
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /**
             * Format: int32
             * @description Days left until the deadline, its own day not counted; none once it has passed.
             */
            days_left?: number | null;
            /** @description Of these, how many the asker is eligible for. */
            eligible: number;
            /** @description The asker's shortlist. */
            favourites: components["schemas"]["BilletId"][];
            /**
             * Format: date
             * @description The first day the asker is free.
             */
            free: string;
            imported_from?: components["schemas"]["Text"] | null;
            /**
             * Format: int64
             * @description The most openings that may be ranked.
             */
            most: number;
            /** @description People who move in the cycle. */
            movers: number;
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description The number by which the asker's partner would name them. */
            number: components["schemas"]["Text"];
            /** @description Billets that fall open in it. */
            openings: number;
            partner?: components["schemas"]["Text"] | null;
            /** @description Whether that person declared the asker too, so that the two bid together. */
            partner_confirmed: boolean;
            /** @description Whose it is: the asker's own person. */
            person: components["schemas"]["PersonId"];
            /** @description What the asker ranked, best first. */
            ranked: components["schemas"]["RankedRow"][];
            /** @description What is sealed, from whom and until when, as a sentence. */
            sealed: string;
            /** @description Deadlines, and who takes part. */
            terms: components["schemas"]["BallotTerms"];
        };
        /** @description The whole packet. */
        Packet: {
            /** @description The fiscal year on whose first day it is to take effect. */
            effective: components["schemas"]["FiscalYear"];
            /** @description The office that asks. */
            office: components["schemas"]["OfficeId"];
            /**
             * Format: date
             * @description The day the packet was written.
             */
            on: string;
            /** @description Of which request. */
            request: components["schemas"]["ChangeRequestId"];
            /** @description The sections in order. */
            sections: components["schemas"]["WrittenSection"][];
            /** @description Where it stands. */
            status: components["schemas"]["RequestStatus"];
            /** @description What the request comes to. */
            title: string;
        };
        /**
         * @description A section of the packet, in the order it is read.
         * @enum {string}
         */
        PacketSection: "purpose" | "current_manning" | "workload_evidence" | "comparison" | "section515" | "cost" | "alternatives" | "coordination";
        /** @description One page of a list. */
        Page_AugmentationRow: {
            /** @description The rows. */
            items: {
                /** @description The journal position that last changed it. */
                changed: components["schemas"]["Position"];
                /** @description The command or agency above the office. */
                command: components["schemas"]["OfficeName"];
                /** @description The orders, contract or request it rests on. */
                document: components["schemas"]["Text"];
                /** @description The money that pays for it. */
                funding: string;
                /**
                 * Format: int32
                 * @description How many people.
                 */
                heads: number;
                /** @description Its id. */
                id: components["schemas"]["AugmentationId"];
                /** @description Of which kind. */
                kind: components["schemas"]["AugmentationKind"];
                /** @description The name of the kind. */
                kind_title: string;
                /** @description At which office. */
                office: components["schemas"]["OfficeName"];
                /** @description The days it was decided for. */
                period: components["schemas"]["Period"];
                person?: components["schemas"]["PersonName"] | null;
                /** @description What the money is spent on. */
                purpose: string;
                /** @description Where it stands today. */
                state: components["schemas"]["OrderState"];
                /**
                 * Format: date
                 * @description The first day after it, as things stand.
                 */
                until: string;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_BilletRow: {
            /** @description The rows. */
            items: {
                /** @description Whether dependents may come along. */
                accompanied: boolean;
                /** @description From when until when it is authorised. */
                authorised: components["schemas"]["Period"];
                /** @description Clearance needed. */
                clearance: components["schemas"]["Clearance"];
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                country?: components["schemas"]["Text"] | null;
                /** @description How it is filled. */
                fill_mode: components["schemas"]["FillMode"];
                /** @description Functional area. */
                functional_area: components["schemas"]["FunctionalArea"];
                /** @description Whether there is money for it on the day. */
                funded: boolean;
                /** @description What pays for it. */
                funding: components["schemas"]["FundingSource"];
                /** @description Authorised grade. */
                grade: components["schemas"]["Grade"];
                /** @description Its id. */
                id: components["schemas"]["BilletId"];
                incumbent?: components["schemas"]["PersonName"] | null;
                /** @description Whether it is key. */
                key: boolean;
                /** @description Languages needed, as `Arabic 2/2` (reading/speaking). */
                languages: string[];
                /** @description Position number. */
                number: components["schemas"]["Text"];
                /** @description Its office. */
                office: components["schemas"]["OfficeName"];
                /** @description The place of duty. */
                post: components["schemas"]["PostName"];
                sc_code?: components["schemas"]["ScCode"] | null;
                /** @description Whether it counts under section 515. */
                section_515: boolean;
                /** @description Which services may fill it, in words. */
                service_coding: string;
                specialty?: components["schemas"]["Text"] | null;
                /** @description Whether it is filled. */
                state: components["schemas"]["BilletState"];
                /** @description Title. */
                title: components["schemas"]["Text"];
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_BlockingRow: {
            /** @description The rows. */
            items: {
                /** @description The office's billet. */
                billet: components["schemas"]["BilletName"];
                /** @description Whether the lottery alone prefers the member. */
                by_lottery: boolean;
                given?: components["schemas"]["BilletName"] | null;
                holder?: components["schemas"]["PersonName"] | null;
                /** @description The member. */
                person: components["schemas"]["PersonName"];
                /** @description Why the two would rather have each other. */
                why: string;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_CaseRow: {
            /** @description The rows. */
            items: {
                /** @description Why it is stuck; empty where it is not. */
                alarms: components["schemas"]["CaseAlarm"][];
                /** @description The group of its time goal. */
                category: components["schemas"]["GoalCategory"];
                /** @description The journal position that last changed it. */
                changed: components["schemas"]["Position"];
                /** @description The clock to its offer. */
                clock: components["schemas"]["OfferClock"];
                /** @description The purchaser's country. */
                country: components["schemas"]["CountryName"];
                /**
                 * Format: int32
                 * @description For how many days.
                 */
                days: number;
                /** @description In how many ways its history departs from the rules. */
                deviations: number;
                /** @description What is due or open of its execution. */
                execution: components["schemas"]["ExecutionState"];
                /**
                 * Format: date
                 * @description The day its offer expires, while it is offered.
                 */
                expires?: string | null;
                /**
                 * Format: date
                 * @description Since when it is on hold.
                 */
                held_since?: string | null;
                /** @description Whether a hold waits to be decided. */
                hold_asked: boolean;
                /**
                 * Format: date
                 * @description The day by which its hold was to end, where that has passed.
                 */
                hold_overdue?: string | null;
                holder?: components["schemas"]["CaseHolder"] | null;
                /** @description Its id. */
                id: components["schemas"]["CaseId"];
                /** @description What kind of case it is. */
                kind: components["schemas"]["CaseKind"];
                /**
                 * Format: int32
                 * @description Days left of the goal; negative when it is passed.
                 */
                left?: number | null;
                /** @description Whether somebody manages it. */
                managed: boolean;
                manager?: components["schemas"]["PersonName"] | null;
                milestone?: components["schemas"]["Milestone"] | null;
                next?: components["schemas"]["Milestone"] | null;
                /** @description Its identifier. */
                number: components["schemas"]["CaseNumber"];
                offer?: components["schemas"]["ForecastRange"] | null;
                /** @description The office that works it. */
                office: components["schemas"]["OfficeName"];
                /** @description Where it stands. */
                phase: components["schemas"]["CasePhase"];
                /**
                 * Format: date
                 * @description Since when it stands there.
                 */
                since: string;
                source?: components["schemas"]["Text"] | null;
                /** @description What is bought, in short. */
                title: components["schemas"]["Text"];
                /**
                 * Format: int64
                 * @description Its value, US cents.
                 */
                value_cents: number;
                /** @description Whether the asker watches it. */
                watched: boolean;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_CountryRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int32
                 * @description Of those, billets covered.
                 */
                assigned?: number | null;
                /**
                 * Format: int32
                 * @description Billets authorised there, in whole billets; none where no office there is in the asker's scope of totals.
                 */
                authorised?: number | null;
                command?: components["schemas"]["OfficeName"] | null;
                /** @description Its id. */
                id: components["schemas"]["CountryId"];
                /** @description ISO 3166 alpha-3 code. */
                iso3: components["schemas"]["Text"];
                /** @description Its name. */
                name: components["schemas"]["Text"];
                /** @description The security cooperation organisations there, where offices are the asker's to see. */
                offices: components["schemas"]["OfficeName"][];
                /** @description Open cases today that the asker sees; none where they see no case of the country. */
                open_cases?: number | null;
                /**
                 * Format: int32
                 * @description Priority, 1 to 5.
                 */
                priority: number;
                /** @description Purchaser codes, not ISO codes: each is a customer of its own. */
                purchaser_codes: components["schemas"]["Text"][];
                /** @description Region. */
                region: components["schemas"]["Text"];
                /** @description Of those, stuck. */
                stuck_cases?: number | null;
                /**
                 * Format: int32
                 * @description Of those, billets neither covered nor in an approved gap.
                 */
                vacant?: number | null;
                /**
                 * Format: int64
                 * @description What the open ones are worth, US cents.
                 */
                value_cents?: number | null;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_DiversionRow: {
            /** @description The rows. */
            items: {
                /** @description The billet they hold. */
                billet: components["schemas"]["BilletName"];
                /** @description The journal position that last changed it. */
                changed: components["schemas"]["Position"];
                /** @description The command above the office they are present at. */
                command: components["schemas"]["OfficeName"];
                /**
                 * Format: date
                 * @description The day it was decided.
                 */
                decided: string;
                /** @description The office they are assigned to. */
                from: components["schemas"]["OfficeName"];
                /** @description Its id. */
                id: components["schemas"]["DiversionId"];
                /** @description The days it was decided for. */
                period: components["schemas"]["Period"];
                person?: components["schemas"]["PersonName"] | null;
                /** @description Why; for those who see the person. */
                reason?: string | null;
                /** @description Where it stands today. */
                state: components["schemas"]["OrderState"];
                /** @description The office they are present at. */
                to: components["schemas"]["OfficeName"];
                /** @description The tour they are diverted from. */
                tour: components["schemas"]["TourId"];
                /**
                 * Format: date
                 * @description The first day after it, as things stand.
                 */
                until: string;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_LineRow: {
            /** @description The rows. */
            items: {
                /** @description Whether dependents come along. */
                accompanied: boolean;
                /** @description Into which billet. */
                billet: components["schemas"]["BilletName"];
                /** @description The gaining command or agency. */
                command: components["schemas"]["OfficeName"];
                /**
                 * Format: int64
                 * @description Points.
                 */
                cost: number;
                fill?: components["schemas"]["RequisitionStatus"] | null;
                from?: components["schemas"]["BilletName"] | null;
                /**
                 * Format: int32
                 * @description Its number.
                 */
                line: number;
                /** @description Its office. */
                office: components["schemas"]["OfficeName"];
                person?: components["schemas"]["PersonName"] | null;
                /**
                 * Format: date
                 * @description The day it was published.
                 */
                published?: string | null;
                /** @description What the gaining command said. */
                reason?: string | null;
                /**
                 * Format: date
                 * @description The report date.
                 */
                report: string;
                requisition?: components["schemas"]["RequisitionId"] | null;
                /**
                 * Format: date
                 * @description The projected rotation date.
                 */
                rotation: string;
                /**
                 * Format: int64
                 * @description Points the whole slate would cost more with the next best person; none if nobody else was eligible.
                 */
                runner_up_costs_more?: number | null;
                /** @description Where it stands. */
                status: components["schemas"]["LineStatus"];
                turn?: components["schemas"]["AskedTurn"] | null;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_MoverRow: {
            /** @description The rows. */
            items: {
                billet?: components["schemas"]["BilletName"] | null;
                /**
                 * Format: date
                 * @description The first day free.
                 */
                free: string;
                office?: components["schemas"]["OfficeName"] | null;
                person?: components["schemas"]["PersonName"] | null;
                /** @description Billets ranked, once the ballot's deadline has passed. */
                ranked: number;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_NotificationRow: {
            /** @description The rows. */
            items: (components["schemas"]["PublishedNotification"] & {
                /** @description Cases of this country here that name the transmittal number. */
                cases: number;
                /** @description The country. */
                country: components["schemas"]["CountryName"];
            })[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_OfficeOpeningRow: {
            /** @description The rows. */
            items: {
                /** @description The billet. */
                billet: components["schemas"]["BilletName"];
                /** @description How many people of the cycle are eligible. */
                eligible: number;
                /** @description Its office. */
                office: components["schemas"]["OfficeName"];
                /**
                 * Format: date
                 * @description The first day it is open.
                 */
                open_from: string;
                /** @description How many of them the office has ranked. */
                ranked: number;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_OfficeRow: {
            /** @description The rows. */
            items: {
                /** @description Its code. */
                code: components["schemas"]["Text"];
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                country?: components["schemas"]["CountryName"] | null;
                designation?: components["schemas"]["Text"] | null;
                /**
                 * Format: int64
                 * @description Days without an incumbent, over all billets, in the year up to today.
                 */
                gap_days_year: number;
                /** @description Its id. */
                id: components["schemas"]["OfficeId"];
                /** @description What sort of organisation it is. */
                kind: components["schemas"]["OfficeKind"];
                /** @description Its name. */
                name: components["schemas"]["Text"];
                /** @description Strength today. */
                picture: components["schemas"]["PictureRow"];
                /** @description Where it is. */
                post: components["schemas"]["PostName"];
                /** @description The post's status today. */
                post_status: components["schemas"]["PostStatus"];
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_OpeningRow: {
            /** @description The rows. */
            items: {
                /** @description Which billet. */
                billet: components["schemas"]["BilletName"];
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                /**
                 * Format: int64
                 * @description Points that leaving it unfilled costs.
                 */
                cost: number;
                /** @description Its office. */
                office: components["schemas"]["OfficeName"];
                /**
                 * Format: date
                 * @description The first day open.
                 */
                open_from: string;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_PersonRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description When they arrived there.
                 */
                arrived?: string | null;
                billet?: components["schemas"]["BilletName"] | null;
                /** @description Certificates that hold today. */
                certificates: string[];
                /** @description Clearance that holds today. */
                clearance: components["schemas"]["Clearance"];
                /** @description Grade today. */
                grade: components["schemas"]["Grade"];
                /** @description Their id. */
                id: components["schemas"]["PersonId"];
                /** @description Language scores, as `Arabic 2+/2/2 (2024-05-01)`. */
                languages: string[];
                /** @description Family name, given name. */
                name: components["schemas"]["Text"];
                next?: components["schemas"]["NextTour"] | null;
                /** @description The number their system of record knows them by. */
                number: components["schemas"]["Text"];
                office?: components["schemas"]["OfficeName"] | null;
                /**
                 * Format: date
                 * @description When they rotate.
                 */
                rotation?: string | null;
                /** @description Service. */
                service: components["schemas"]["Service"];
                /** @description The system of record that owns the row. */
                source: components["schemas"]["Text"];
                /** @description Specialties. */
                specialties: components["schemas"]["Text"][];
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_PostRow: {
            /** @description The rows. */
            items: (components["schemas"]["PostCountsRow"] & {
                country?: components["schemas"]["CountryName"] | null;
                departure?: components["schemas"]["DepartureNow"] | null;
                differentials?: components["schemas"]["Differentials"] | null;
                /** @description Its id. */
                id: components["schemas"]["PostId"];
                /** @description City. */
                name: components["schemas"]["Text"];
                /** @description The asker's offices there. */
                offices: components["schemas"]["OfficeName"][];
                /** @description Status today. */
                status: components["schemas"]["PostStatus"];
            })[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_QueueRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int32
                 * @description Days since.
                 */
                age_days: number;
                billet?: components["schemas"]["BilletName"] | null;
                /** @description Whom the row may be, the likeliest first. */
                candidates: components["schemas"]["CandidateName"][];
                /** @description What was found. */
                detail: components["schemas"]["Text"];
                /** @description Its id. */
                id: components["schemas"]["ContradictionId"];
                /** @description What kind. */
                kind: components["schemas"]["ContradictionKind"];
                /**
                 * Format: date
                 * @description The day it was noted.
                 */
                noted: string;
                office?: components["schemas"]["OfficeName"] | null;
                outcome?: components["schemas"]["Outcome"] | null;
                /** @description Who owns it. */
                owner: string;
                person?: components["schemas"]["PersonName"] | null;
                row?: components["schemas"]["Text"] | null;
                /** @description The system of record. */
                source: components["schemas"]["Text"];
                source_id?: components["schemas"]["SourceId"] | null;
                /** @description Where it stands. */
                standing: components["schemas"]["StandingKind"];
                tour?: components["schemas"]["TourId"] | null;
                turn?: components["schemas"]["TurnName"] | null;
                /**
                 * Format: date
                 * @description Until when it is put off.
                 */
                until?: string | null;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_RequestRow: {
            /** @description The rows. */
            items: {
                billet?: components["schemas"]["BilletName"] | null;
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                /**
                 * Format: date
                 * @description When it was drafted.
                 */
                drafted: string;
                /** @description The fiscal year on whose first day it takes effect. */
                effective: components["schemas"]["FiscalYear"];
                /** @description Its id. */
                id: components["schemas"]["ChangeRequestId"];
                /** @description What sort of change it is. */
                kind: components["schemas"]["RequestKind"];
                /** @description The office that asks. */
                office: components["schemas"]["OfficeName"];
                /** @description Where it stands. */
                status: components["schemas"]["RequestStatus"];
                /** @description The same in words. */
                status_title: string;
                /** @description What it comes to. */
                title: string;
                /** @description Whose turn it is; several hold one while coordinators answer. */
                turns: components["schemas"]["TurnName"][];
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_RequisitionRow: {
            /** @description The rows. */
            items: {
                /** @description The billet to be filled. */
                billet: components["schemas"]["BilletName"];
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                /** @description Its id. */
                id: components["schemas"]["RequisitionId"];
                /** @description Whether it is a key billet. */
                key: boolean;
                /** @description How the billet is filled. */
                mode: components["schemas"]["FillMode"];
                /** @description The gaining office. */
                office: components["schemas"]["OfficeName"];
                /**
                 * Format: date
                 * @description The day it was opened.
                 */
                opened: string;
                /**
                 * Format: int32
                 * @description How urgent, 1 to 5.
                 */
                priority: number;
                /**
                 * Format: date
                 * @description The day somebody is needed.
                 */
                report: string;
                /** @description The services asked. */
                services: components["schemas"]["Service"][];
                /** @description The same in words. */
                standing: string;
                /** @description Where it stands. */
                status: components["schemas"]["RequisitionStatus"];
                /** @description Who holds the ball, in every open turn. */
                turns: components["schemas"]["AskedRow"][];
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_ShotRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int32
                 * @description Months of an accompanied tour; none where no dependents may come.
                 */
                accompanied_months?: number | null;
                /** @description The functional area. */
                area: components["schemas"]["FunctionalArea"];
                /** @description The billet. */
                billet: components["schemas"]["BilletName"];
                /** @description What that means for the asker, in words; names nobody. */
                chance: string;
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                country?: components["schemas"]["CountryName"] | null;
                /** @description Whether every rule lets the asker take it. */
                eligible: boolean;
                /** @description How many people of the cycle are eligible for it, the asker among them where eligible. */
                eligible_people: number;
                /** @description Whether it is on the asker's shortlist. */
                favourite: boolean;
                /** @description The grade. */
                grade: components["schemas"]["Grade"];
                /** @description Languages it needs, in words. */
                languages: string[];
                /** @description Its office. */
                office: components["schemas"]["OfficeName"];
                /**
                 * Format: date
                 * @description The first day it is open.
                 */
                open_from: string;
                /** @description The place of duty. */
                post: components["schemas"]["PostName"];
                /** @description The place on the asker's own ballot, from 1. */
                rank?: number | null;
                /**
                 * Format: int32
                 * @description Rules that speak against.
                 */
                rules_failed: number;
                /**
                 * Format: int32
                 * @description Months of an unaccompanied tour.
                 */
                unaccompanied_months: number;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_UnaskedRow: {
            /** @description The rows. */
            items: {
                /** @description The billet. */
                billet: components["schemas"]["BilletName"];
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                /** @description Whether it is a key billet. */
                key: boolean;
                /** @description How it is filled. */
                mode: components["schemas"]["FillMode"];
                /** @description Its office. */
                office: components["schemas"]["OfficeName"];
                /**
                 * Format: date
                 * @description The first day on which nobody holds it.
                 */
                open_from: string;
                /**
                 * Format: int32
                 * @description The priority to ask for: its country's, and at least 4 for a key billet.
                 */
                priority: number;
                /**
                 * Format: date
                 * @description The report date to ask for: the day it falls open, and never earlier than a service can answer and order.
                 */
                report: string;
                /** @description The services to ask. */
                services: components["schemas"]["Service"][];
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_UnfilledRow: {
            /** @description The rows. */
            items: {
                /** @description Which billet. */
                billet: components["schemas"]["BilletName"];
                /** @description The command or agency above. */
                command: components["schemas"]["OfficeName"];
                /** @description Its office. */
                office: components["schemas"]["OfficeName"];
                why?: components["schemas"]["UnfilledWhy"] | null;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_UnmatchedRow: {
            /** @description The rows. */
            items: {
                person?: components["schemas"]["PersonName"] | null;
                why?: components["schemas"]["UnmatchedWhy"] | null;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_WaiverRow: {
            /** @description The rows. */
            items: {
                /** @description In which billet. */
                billet: components["schemas"]["BilletName"];
                /** @description The journal position that last changed it. */
                changed: components["schemas"]["Position"];
                covers?: components["schemas"]["Period"] | null;
                /**
                 * Format: date
                 * @description The day it was decided.
                 */
                decided?: string | null;
                /** @description How much of it. */
                extent: components["schemas"]["WaiverExtent"];
                /** @description Its id. */
                id: components["schemas"]["WaiverId"];
                /** @description Why it was asked for; for those who see the person. */
                justification?: string | null;
                /** @description The billet's office. */
                office: components["schemas"]["OfficeName"];
                person?: components["schemas"]["PersonName"] | null;
                /** @description Why it was decided so; for those who see the person. */
                reason?: string | null;
                /**
                 * Format: date
                 * @description The day it was asked for.
                 */
                requested: string;
                /** @description Which rule. */
                rule: components["schemas"]["WaivableRule"];
                /** @description Where it stands today. */
                status: components["schemas"]["WaiverStatus"];
                /** @description What a partial waiver is counted in. */
                unit?: string | null;
                /** @description Whether the asker asked for it themselves, and so does not decide on it. */
                yours: boolean;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description One page of a list. */
        Page_WorkRow: {
            /** @description The rows. */
            items: {
                before?: components["schemas"]["BilletName"] | null;
                billet?: components["schemas"]["BilletName"] | null;
                command?: components["schemas"]["OfficeName"] | null;
                /**
                 * Format: int64
                 * @description Points of the line, or of leaving the opening or the person out.
                 */
                cost: number;
                /**
                 * Format: date
                 * @description The report date; of an unfilled opening the day it falls open, of a mover the first day free.
                 */
                day: string;
                from?: components["schemas"]["BilletName"] | null;
                /** @description Whether the pair is locked. */
                locked: boolean;
                /** @description Whether the person's assignment, or the unfilled opening, differs from what the scenario is held against. */
                moved: boolean;
                office?: components["schemas"]["OfficeName"] | null;
                person?: components["schemas"]["PersonName"] | null;
                /**
                 * Format: int64
                 * @description Points the whole slate would cost more with the next best person.
                 */
                runner_up_costs_more?: number | null;
                /** @description Whether the last step changed it. */
                stepped: boolean;
            }[];
            /** @description The cursor of the page after, if there is one. */
            next?: string | null;
            /** @description Rows in the whole list. */
            total: number;
        };
        /** @description A pair that is locked or forbidden. */
        PairRow: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletName"];
            /** @description Whether it is a lock that the facts no longer allow. */
            broken: boolean;
            person?: components["schemas"]["PersonName"] | null;
        };
        /** @description One part of a cost, with what prices it. */
        PartWhy: {
            /**
             * Format: int64
             * @description How much there is of what it prices.
             */
            amount: number;
            /** @description The lever that prices it. */
            lever: components["schemas"]["Lever"];
            /** @description What the lever means. */
            meaning: string;
            /**
             * Format: int64
             * @description Amount times rate.
             */
            points: number;
            /**
             * Format: int64
             * @description The lever's value: points for one.
             */
            rate: number;
            /** @description The unit of the rate. */
            unit: string;
        };
        /** @description Where to send mail. */
        PartnerMail: {
            /** @description The address; nothing for no mail. */
            address: string;
        };
        /** @description A message to the country program manager. */
        PartnerMessage: {
            /** @description Names the message: sent twice it is taken once. */
            key: string;
            /** @description The words. */
            message: string;
        };
        /** @description Who signs in to the portal. */
        PartnerSignIn: {
            /** @description Password. */
            password: string;
            /** @description Sign-in name. */
            sign_in: string;
        };
        /** @description Something to be paid. */
        PaymentDue: {
            /**
             * Format: int64
             * @description What was asked or is planned, US cents.
             */
            cents: number;
            /**
             * Format: date
             * @description By when.
             */
            due: string;
            /** @description Why. */
            kind: components["schemas"]["PaymentKind"];
            /**
             * Format: int64
             * @description What of it is not paid, US cents.
             */
            open_cents: number;
            /** @description Whether it was asked for and its day has passed. */
            overdue: boolean;
        };
        /**
         * @description Why something is to be paid.
         * @enum {string}
         */
        PaymentKind: "deposit" | "bill" | "planned";
        /** @description The payment schedule of a case. */
        PaymentSchedule: {
            /** @description Its instalments, the initial deposit first, earliest first. */
            instalments: components["schemas"]["CaseInstalment"][];
            /**
             * Format: date
             * @description The day it was set.
             */
            set: string;
        };
        /** @description From a first day until the day after the last; open where `until` is null */
        Period: {
            /** Format: date */
            from: string;
            /** Format: date */
            until?: string | null;
        };
        /** @description A person in a few words. */
        PersonBrief: {
            /** @description Grade on the day asked. */
            grade: components["schemas"]["Grade"];
            /** @description Who. */
            id: components["schemas"]["PersonId"];
            /** @description Name. */
            name: components["schemas"]["Text"];
        };
        /** @description What a system of record says of a person. */
        PersonFacts: {
            /** @description Certificates earned. */
            certificates: components["schemas"]["Certificate"][];
            /** @description The clearance held. */
            clearance: components["schemas"]["ClearanceHeld"];
            /** @description A fact kept sealed under the person's key */
            family: {
                /** @description Facts of the field class *family*. */
                open: {
                    /**
                     * Format: date
                     * @description Until when the family is medically cleared to go abroad. Unknown where absent.
                     */
                    cleared_until?: string | null;
                    /**
                     * Format: int32
                     * @description Dependents who would move along.
                     */
                    dependents: number;
                    spouse?: components["schemas"]["Text"] | null;
                };
            };
            /** @description The grade held. */
            grade: components["schemas"]["Grade"];
            /** @description Language scores. */
            languages: components["schemas"]["LanguageScore"][];
            /** @description Family name, given name. */
            name: components["schemas"]["Text"];
            /** @description A fact kept sealed under the person's key */
            personal: {
                /** @description Facts of the field class *personal*. */
                open: {
                    /**
                     * Format: date
                     * @description Not free to move before this day, whatever the rotation date says.
                     */
                    available_from?: string | null;
                    /**
                     * Format: date
                     * @description Date of birth.
                     */
                    born?: string | null;
                    /**
                     * Format: date
                     * @description The overseas control date: the service sends them overseas again from this day on. Unknown where absent.
                     */
                    overseas_control?: string | null;
                    /**
                     * Format: date
                     * @description Until when a civilian may return to the position left behind (DoDI 1400.25 v1230). Unknown where absent.
                     */
                    return_rights?: string | null;
                    /**
                     * Format: date
                     * @description Separation or mandatory retirement: the first day out of the workforce.
                     */
                    separates?: string | null;
                };
            };
            /** @description The service, or civilian or locally employed. */
            service: components["schemas"]["Service"];
            /** @description Specialties, such as `48G`. */
            specialties: components["schemas"]["Text"][];
        };
        /** @description The id of a person */
        PersonId: string;
        /** @description A person by id, name, grade and service. */
        PersonName: {
            /** @description Grade held. */
            grade: components["schemas"]["Grade"];
            /** @description Their id. */
            id: components["schemas"]["PersonId"];
            /** @description Family name, given name. */
            name: components["schemas"]["Text"];
            /** @description Service. */
            service: components["schemas"]["Service"];
        };
        /** @description A person with their tours and what is sealed. */
        PersonPage: components["schemas"]["PersonRow"] & {
            /** @description The journal position that last changed the row. */
            changed: components["schemas"]["Position"];
            /** @description What systems of record contradict about this person, and nobody has decided or settled. */
            contradictions: components["schemas"]["QueueRow"][];
            family?: components["schemas"]["FamilyFacts"] | null;
            personal?: components["schemas"]["PersonalFacts"] | null;
            /** @description Where each of the ordinary fields comes from, and who says otherwise. */
            provenance: components["schemas"]["Provenance"][];
            /** @description Every tour, earliest first. */
            tours: components["schemas"]["PersonTour"][];
        };
        /** @description A person in a list. */
        PersonRow: {
            /**
             * Format: date
             * @description When they arrived there.
             */
            arrived?: string | null;
            billet?: components["schemas"]["BilletName"] | null;
            /** @description Certificates that hold today. */
            certificates: string[];
            /** @description Clearance that holds today. */
            clearance: components["schemas"]["Clearance"];
            /** @description Grade today. */
            grade: components["schemas"]["Grade"];
            /** @description Their id. */
            id: components["schemas"]["PersonId"];
            /** @description Language scores, as `Arabic 2+/2/2 (2024-05-01)`. */
            languages: string[];
            /** @description Family name, given name. */
            name: components["schemas"]["Text"];
            next?: components["schemas"]["NextTour"] | null;
            /** @description The number their system of record knows them by. */
            number: components["schemas"]["Text"];
            office?: components["schemas"]["OfficeName"] | null;
            /**
             * Format: date
             * @description When they rotate.
             */
            rotation?: string | null;
            /** @description Service. */
            service: components["schemas"]["Service"];
            /** @description The system of record that owns the row. */
            source: components["schemas"]["Text"];
            /** @description Specialties. */
            specialties: components["schemas"]["Text"][];
        };
        /** @description A tour of a person. */
        PersonTour: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /** @description Its billet. */
            billet: components["schemas"]["BilletName"];
            /** @description The position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description Its id. */
            id: components["schemas"]["TourId"];
            /** @description Primary or additional. */
            incumbency: components["schemas"]["Incumbency"];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            period?: components["schemas"]["Period"] | null;
            /**
             * Format: date
             * @description The report date planned.
             */
            report: string;
            /**
             * Format: date
             * @description The projected rotation date.
             */
            rotation: string;
            /** @description Where it stands. */
            status: components["schemas"]["TourStatus"];
        };
        /** @description Facts of the field class *personal*. */
        PersonalFacts: {
            /**
             * Format: date
             * @description Not free to move before this day, whatever the rotation date says.
             */
            available_from?: string | null;
            /**
             * Format: date
             * @description Date of birth.
             */
            born?: string | null;
            /**
             * Format: date
             * @description The overseas control date: the service sends them overseas again from this day on. Unknown where absent.
             */
            overseas_control?: string | null;
            /**
             * Format: date
             * @description Until when a civilian may return to the position left behind (DoDI 1400.25 v1230). Unknown where absent.
             */
            return_rights?: string | null;
            /**
             * Format: date
             * @description Separation or mandatory retirement: the first day out of the workforce.
             */
            separates?: string | null;
        };
        /** @description How many cases stand in a phase. */
        PhaseCount: {
            /** @description How many cases. */
            cases: number;
            /** @description Of those, on hold. */
            held: number;
            /** @description Of those, past their goal. */
            late: number;
            /**
             * Format: int32
             * @description Days that half of them have stood where they stand.
             */
            median_days: number;
            /** @description Which phase. */
            phase: components["schemas"]["CasePhase"];
            /**
             * Format: int64
             * @description What they are worth, US cents.
             */
            value_cents: number;
        };
        /** @description Strength against need on a date. */
        Picture: {
            /** @description The same total some time before, to show what changed. */
            before: components["schemas"]["Before"];
            /** @description The grouping. */
            by: components["schemas"]["Grouping"];
            /** @description The lens. */
            lens: components["schemas"]["Lens"];
            /** @description What a reader must know about these rows, if anything. */
            note?: string | null;
            /**
             * Format: date
             * @description The date.
             */
            on: string;
            /** @description Whether future dates count tours that have not begun. */
            plans: boolean;
            /** @description The rows, in the order of their keys. */
            rows: components["schemas"]["PictureRow"][];
            /**
             * Format: date
             * @description The day the question was asked.
             */
            today: string;
            /** @description All offices asked for and in scope together. */
            total: components["schemas"]["PictureRow"];
        };
        /** @description One group on one date. What each number means stands at the head of the crate. */
        PictureRow: {
            /**
             * Format: int32
             * @description Vacant billets in an approved gap.
             */
            approved_gaps: number;
            /**
             * Format: int32
             * @description Authorised billets covered.
             */
            assigned: number;
            /**
             * Format: int32
             * @description People present without a billet here, beside those present.
             */
            augmented: number;
            /**
             * Format: int32
             * @description Billets authorised.
             */
            authorised: number;
            /**
             * Format: int32
             * @description People assigned here who are elsewhere: diverted, augmenting another office, or away by ordered departure.
             */
            away: number;
            command?: components["schemas"]["Text"] | null;
            /**
             * Format: int32
             * @description Of those present, people diverted from elsewhere.
             */
            diverted_in: number;
            /**
             * Format: double
             * @description The same 180 days later.
             */
            fill_180?: number | null;
            /**
             * Format: double
             * @description The same 90 days later.
             */
            fill_90?: number | null;
            /**
             * Format: double
             * @description Covered share of the billets to be filled, from 0 to 1.
             */
            fill_rate?: number | null;
            /**
             * Format: int32
             * @description Of these, billets for which there is money.
             */
            funded: number;
            /**
             * Format: int32
             * @description Strength the workload standard gives, where it applies.
             */
            indicated?: number | null;
            iso3?: components["schemas"]["Text"] | null;
            /** @description The id of the office, command or country, or a slug. */
            key: string;
            /**
             * Format: double
             * @description Degrees north of the place that stands for the row on a map.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon?: number | null;
            /**
             * Format: int32
             * @description Covered billets whose incumbent misses the certificate.
             */
            mismatch_certificate: number;
            /**
             * Format: int32
             * @description Covered billets whose incumbent has another grade.
             */
            mismatch_grade: number;
            /**
             * Format: int32
             * @description Covered billets whose incumbent misses a language level.
             */
            mismatch_language: number;
            /** @description The name people use. */
            name: string;
            /**
             * Format: int32
             * @description People on station.
             */
            present: number;
            /**
             * Format: int32
             * @description Validated where it exists, else indicated.
             */
            required?: number | null;
            required_basis?: components["schemas"]["RequiredBasis"] | null;
            /**
             * Format: int32
             * @description Primary incumbents who leave within 90 days.
             */
            rotations_due_90: number;
            /**
             * Format: int32
             * @description Authorised billets neither covered nor in an approved gap.
             */
            vacant: number;
            /**
             * Format: int32
             * @description Strength manpower reviews validated, where there were any.
             */
            validated?: number | null;
        };
        /** @description Asks that a case be held. */
        PlaceHold: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: date
             * @description Its first day.
             */
            from: string;
            /** @description Why; names no person. */
            justification: components["schemas"]["Text"];
            /** @description The organisation that asks for it. */
            requester: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day by which it is to end, if one is foreseen.
             */
            until?: string | null;
        };
        /** @description Plans further deliveries of a case; for a blanket order, orders them. */
        PlanDeliveries: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description The deliveries; those planned before stay. */
            deliveries: components["schemas"]["PlannedDelivery"][];
        };
        /** @description Plans a tour. */
        PlanTour: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /** @description In which billet. */
            billet: components["schemas"]["BilletId"];
            /** @description Whether the person counts here. */
            incumbency: components["schemas"]["Incumbency"];
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            /**
             * Format: date
             * @description The report date.
             */
            report: string;
            /**
             * Format: date
             * @description The projected rotation date: the first day not in the billet.
             */
            rotation: string;
        };
        /** @description A delivery that is planned. */
        PlannedDelivery: {
            /**
             * Format: int32
             * @description Which line.
             */
            line: number;
            /**
             * Format: date
             * @description The day planned.
             */
            on: string;
            /**
             * Format: int32
             * @description How many; 1 for services.
             */
            quantity: number;
        };
        /** @description A step of one arrival, as planned on a day. */
        PlannedStep: {
            /**
             * Format: int32
             * @description Days it takes.
             */
            days: number;
            /**
             * Format: date
             * @description The day it was done.
             */
            done?: string | null;
            /**
             * Format: date
             * @description The last day on which it can end.
             */
            end_by: string;
            /** @description Whether it is not done and its last day to start has passed. */
            late: boolean;
            /** @description Steps of this arrival that must be done before. */
            needs: components["schemas"]["ArrivalStep"][];
            /** @description Who sees to it. */
            responsible: components["schemas"]["Responsible"];
            /**
             * Format: date
             * @description The last day on which it can start.
             */
            start_by: string;
            /** @description Which step. */
            step: components["schemas"]["ArrivalStep"];
            /** @description Its name. */
            title: string;
        };
        /** @description A figure of policy. */
        PolicyFigureRow: {
            /** @description Its name in commands. */
            key: components["schemas"]["PolicyKey"];
            /** @description What it means, as a sentence. */
            meaning: string;
            /** @description Every row, those of the reference table first. */
            rows: components["schemas"]["PolicyRow"][];
            /** @description Its unit. */
            unit: string;
        };
        /**
         * @description A figure of policy.
         * @enum {string}
         */
        PolicyKey: "admin_surcharge" | "case_goal_days" | "case_goal_share" | "offer_expiry_days" | "lor_acknowledge_days" | "lor_validate_days" | "notification_major_equipment" | "notification_total" | "notification_construction" | "notification_advance_days" | "notification_formal_days" | "accelerated_closure_months" | "blanket_order_idle_days" | "priority_list_quarters" | "bill_due_day" | "case_review_months" | "reconciliation_months" | "discrepancy_days" | "discrepancy_minimum";
        /** @description A dated value of a figure. */
        PolicyRow: {
            /** @description Whom it binds. */
            applies_to: components["schemas"]["Text"];
            by?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description The first day; none: since before the first dated row, or not known.
             */
            from?: string | null;
            /** @description Whether it is in force today. */
            in_force: boolean;
            /** @description Where it stands, or why it was set. */
            source: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description The value, in the figure's unit.
             */
            value: number;
        };
        /** @description What changes in a pool. */
        PoolEffect: {
            /** @description Billets that it is made of. */
            billets: number;
            /** @description People there, in people fully proficient, over the days counted. */
            people: components["schemas"]["Sided"];
            /** @description Its name. */
            pool: string;
            /** @description Share of their time that cases before their offer get, by the calibration. */
            share: components["schemas"]["Ranged"];
            utilisation?: components["schemas"]["Sided"] | null;
            waiting?: components["schemas"]["Sided"] | null;
        };
        /** @description What one more person in a pool is worth. */
        PoolWorth: {
            /** @description Days that all cases together wait less, a year, for one more person there. */
            case_days: components["schemas"]["Ranged"];
            /** @description Change of the median of all offers, days. */
            median_days: components["schemas"]["Ranged"];
            /** @description The pool. */
            pool: string;
        };
        /**
         * Format: int64
         * @description The place of a record in the journal; 0 before the first. A row carries the position that last changed it.
         */
        Position: number;
        /** @description What a post has, of the offices that the asker sees. */
        PostCountsRow: {
            /**
             * Format: int32
             * @description Billets covered.
             */
            assigned: number;
            /**
             * Format: int32
             * @description People present without a billet.
             */
            augmented: number;
            /**
             * Format: int32
             * @description Billets authorised.
             */
            authorised: number;
            /**
             * Format: int32
             * @description People assigned who are elsewhere.
             */
            away: number;
            /**
             * Format: int32
             * @description People on station.
             */
            present: number;
        };
        /** @description The id of a post */
        PostId: string;
        /** @description A post by id and name. */
        PostName: {
            /** @description Its id. */
            id: components["schemas"]["PostId"];
            /** @description City. */
            name: components["schemas"]["Text"];
        };
        /** @description A post with what stands around it. */
        PostPage: components["schemas"]["PostRow"] & {
            /** @description The journal position that last changed the post. */
            changed: components["schemas"]["Position"];
            /** @description Every ordered departure recorded, the latest first. */
            departures: components["schemas"]["DepartureRow"][];
            /** @description Differentials by date, earliest first. */
            differential_history: components["schemas"]["DifferentialSpan"][];
            /** @description Planned arrivals that are held. */
            held: components["schemas"]["HeldRow"][];
            /** @description Status by date, earliest first, ordered departures among them. */
            history: components["schemas"]["StatusSpan"][];
            /**
             * Format: double
             * @description Degrees north.
             */
            lat: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number;
            /** @description Everybody whose place of duty it is or who is on duty there, as far as the asker sees them; none listed at home. */
            people: components["schemas"]["PostPerson"][];
        };
        /** @description Somebody whose place of duty is the post, or who is on duty there. */
        PostPerson: {
            /** @description Whether dependents came along. */
            accompanied: boolean;
            billet?: components["schemas"]["BilletName"] | null;
            /**
             * Format: int32
             * @description Dependents, where they are the asker's to see.
             */
            dependents?: number | null;
            /** @description Where they are on duty. */
            duty: components["schemas"]["DutyNow"];
            /** @description Whether the departure in force names them as essential. */
            essential: boolean;
            /** @description The office they are assigned to, or are present at. */
            office: components["schemas"]["OfficeName"];
            /** @description Who. */
            person: components["schemas"]["PersonName"];
            /**
             * Format: date
             * @description When they rotate.
             */
            rotation?: string | null;
        };
        /** @description A post in a list. */
        PostRow: components["schemas"]["PostCountsRow"] & {
            country?: components["schemas"]["CountryName"] | null;
            departure?: components["schemas"]["DepartureNow"] | null;
            differentials?: components["schemas"]["Differentials"] | null;
            /** @description Its id. */
            id: components["schemas"]["PostId"];
            /** @description City. */
            name: components["schemas"]["Text"];
            /** @description The asker's offices there. */
            offices: components["schemas"]["OfficeName"][];
            /** @description Status today. */
            status: components["schemas"]["PostStatus"];
        };
        /**
         * @description Who may serve at a post, and whether families may.
         * @enum {string}
         */
        PostStatus: "accompanied" | "partly_accompanied" | "unaccompanied" | "ordered_departure" | "suspended";
        /** @description What is counted of an office. */
        PresenceCounts: {
            /**
             * Format: int32
             * @description Authorised billets covered.
             */
            assigned: number;
            /**
             * Format: int32
             * @description People present without a billet.
             */
            augmented: number;
            /**
             * Format: int32
             * @description Billets authorised.
             */
            authorised: number;
            /**
             * Format: int32
             * @description People assigned who are elsewhere.
             */
            away: number;
            /**
             * Format: double
             * @description Covered share of the billets to be filled.
             */
            fill_rate?: number | null;
            /**
             * Format: int32
             * @description People on station.
             */
            present: number;
            /**
             * Format: int32
             * @description Members under section 515 in the host country; null where there is none.
             */
            section_515?: number | null;
        };
        /** @description The price of one rule, lever or limit. */
        Price: {
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more; less than nothing: it would cost less.
             */
            costs_more: number;
            /**
             * Format: int64
             * @description The lever's value now; none for a rule.
             */
            from?: number | null;
            /** @description Lines of the slate that would be others. */
            lines_changed: number;
            /**
             * Format: int64
             * @description Lines more; less than nothing: fewer.
             */
            lines_more: number;
            /** @description What it asks or means, as a sentence. */
            meaning: string;
            /** @description The rule's slug or the lever's name. */
            name: string;
            /** @description What is priced. */
            of: components["schemas"]["PriceOf"];
            /**
             * Format: int64
             * @description Eligible pairs more; less than nothing: fewer.
             */
            pairs_more: number;
            /**
             * Format: int64
             * @description The value it is moved to; none for a rule, which is waived.
             */
            to?: number | null;
            /** @description The lever's unit. */
            unit?: string | null;
        };
        /**
         * @description What is priced.
         * @enum {string}
         */
        PriceOf: "rule" | "lever" | "limit";
        /** @description The prices of a slate. */
        Prices: {
            /** @description The position of the facts they were worked out on. */
            base: components["schemas"]["Position"];
            /** @description Its lines. */
            lines: number;
            /**
             * Format: int64
             * @description Points of the whole slate on these facts.
             */
            objective: number;
            /** @description Pairs that every rule allows. */
            pairs: number;
            /** @description Every price: rules first, then levers and limits up and down. */
            prices: components["schemas"]["Price"][];
        };
        /** @description A problem as RFC 9457 describes it, with the rule that refused and what would mend it. */
        Problem: {
            /** @description What is wrong and where. */
            detail: string;
            /** @description What would mend it. */
            remedy?: string | null;
            /** @description The rule that refused, where one did. */
            rule?: string | null;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The kind of problem in words. */
            title: string;
            /** @description Always `about:blank`: the status says what kind of problem it is. */
            type: string;
        };
        /** @description How the files of a source are read. */
        Profile: {
            /** @description The columns in the order of the file. */
            columns: components["schemas"]["Mapped"][];
            /** @description Values that are the same in every row. */
            constants?: components["schemas"]["Constant"][];
            /** @description How dates are written. */
            dates: components["schemas"]["DateForm"];
            /** @description Their form. */
            format: components["schemas"]["Format"];
            /**
             * Format: int32
             * @description Lines at the head of a fixed-width file that hold no row.
             */
            skip_lines?: number;
        };
        /** @description The next 36 months. */
        Projection: {
            /**
             * Format: date
             * @description The day it was asked.
             */
            from: string;
            /** @description The months, soonest first. */
            months: components["schemas"]["Month"][];
        };
        /** @description Which computed slate is proposed. */
        Propose: {
            /** @description The `base` that computing answered. */
            base: components["schemas"]["Position"];
        };
        /** @description Proposes a civilian, who is asked for consent. */
        ProposeReassignment: {
            /** @description Why this person; kept sealed under the person's key. */
            justification: components["schemas"]["Text"];
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            /**
             * Format: date
             * @description The day the person would report; the requisition's where it is left out.
             */
            report?: string | null;
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description Proposes a slate that was computed and verified. */
        ProposeSlate: {
            /** @description The position of the World it was computed on. */
            base: components["schemas"]["Position"];
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description The levers it was made with. */
            levers: [
                "overlap_days" | "section515_members" | "late_report_days" | "escalation_days" | "correction_days" | "request_office_days" | "request_review_days" | "request_coordination_days" | "request_mission_days" | "request_decision_days" | "sco_share" | "departure_days" | "departure_warning_days" | "diversion_days" | "temporary_duty_days" | "reserve_orders_days" | "guard_bilateral_days" | "contractor_days" | "training_team_days" | "language_score_months" | "grade_tolerance" | "report_window_days" | "minimum_tour_months" | "unknown_facts_pass" | "language_course_level" | "course_weeks_one" | "course_weeks_two" | "course_weeks_three" | "course_weeks_four" | "clearance_secret_months" | "clearance_top_secret_months" | "clearance_sci_months" | "certificate_weeks" | "retainability_months" | "time_on_station_months" | "joint_tour_months" | "foreign_limit_months" | "foreign_break_days" | "consecutive_hardship_rule" | "key_experience_months" | "commuting_km" | "state_rules" | "fair_share_months" | "domestic_limit_months" | "vacancy_cost" | "key_billet_cost" | "priority_cost" | "unassigned_cost" | "grade_cost" | "functional_area_cost" | "language_margin_cost" | "preference_cost" | "unlisted_cost" | "move_cost" | "gap_day_cost" | "hardship_repeat_cost" | "disruption_cost" | "training_week_cost" | "slate_gap" | "slate_rounds" | "language_seats" | "certificate_seats" | "move_dollars" | "move_distance_dollars" | "move_family_dollars" | "budget_fms_administrative" | "budget_fmf_administrative" | "budget_case_funded" | "budget_operations_maintenance" | "budget_title10_program" | "budget_military_pay" | "budget_host_nation" | "most_ranked" | "lottery_seed" | "ballot_reminder_days" | "responsive_share" | "newcomer_proficiency" | "newcomer_months" | "later_fill_months" | "coefficient_spread" | "minimum_team" | "available_hours" | "open_case_minutes" | "development_case_minutes" | "pre_lor_minutes" | "notification_minutes" | "training_line_minutes" | "engagement_minutes" | "end_use_item_minutes" | "visit_minutes" | "concurrence_days" | "concurrence_silence" | "endorsement_days" | "amendment_days" | "publication_days" | "published_days" | "portal_quiet_days" | "screening_lead_days" | "medical_lead_days" | "security_lead_days" | "passport_lead_days" | "visa_lead_days" | "country_clearance_lead_days" | "certificate_lead_days" | "fact_lead_days" | "household_goods_lead_days" | "language_weeks_i" | "language_weeks_i_i" | "language_weeks_i_i_i" | "language_weeks_i_v" | "housing_lead_days" | "nomination_days" | "acceptance_days" | "vetting_days" | "board_selection_days" | "proposal_days" | "consent_days" | "resolution_days" | "order_days" | "announcement_days" | "certificate_days" | "interview_days" | "recruit_selection_days" | "tentative_offer_days" | "security_medical_days" | "firm_offer_days" | "entry_on_duty_days" | "outlook_retention" | "outlook_accessions" | "outlook_placed" | "outlook_renewal" | "outlook_language_seats" | "outlook_certificate_seats" | "outlook_spread" | "stuck_share" | "stuck_least" | "hold_decision_days" | "assignment_days" | "watch_days" | "distribution_load" | "distribution_expertise" | "distribution_country" | "distribution_continuity",
                number
            ][];
            /** @description Its lines. */
            lines: components["schemas"]["SlateLine"][];
            /** @description How it was chosen; of least cost where absent. */
            method?: components["schemas"]["SlateMethod"];
            /**
             * Format: int64
             * @description Its whole cost in points.
             */
            objective: number;
            /** @description Openings it leaves unfilled. */
            unfilled: components["schemas"]["BilletId"][];
            /** @description Movers it leaves without an assignment. */
            unmatched: components["schemas"]["PersonId"][];
        };
        /** @description Which computed stable slate is proposed. */
        ProposeStable: {
            /** @description The `base` that computing answered. */
            base: components["schemas"]["Position"];
            /** @description For whom it is best. */
            favours: components["schemas"]["Favours"];
        };
        /** @description Which computed slate between the two is proposed. */
        ProposeTrade: {
            /** @description The `base` that computing answered. */
            base: components["schemas"]["Position"];
            /** @description What was asked for. */
            trade: components["schemas"]["Trade"];
        };
        /** @description Where a group of a person's fields comes from. */
        Provenance: {
            /** @description The group. */
            group: components["schemas"]["FieldGroup"];
            /** @description What the other sources say of it. */
            others: components["schemas"]["Saying"][];
            /**
             * Format: date
             * @description Since which file's day it says so, where one was loaded.
             */
            since?: string | null;
            /** @description The system of record that says so; where none of the loaded sources does, the owner of the row. */
            source: components["schemas"]["Text"];
            /** @description What is held. */
            value: components["schemas"]["Text"];
        };
        /** @description Publishes endorsed lines to whom they concern. */
        PublishSlate: {
            /** @description Line numbers; empty for every line endorsed and not yet published. */
            lines: number[];
            /** @description Which slate. */
            slate: components["schemas"]["SlateId"];
        };
        /**
         * @description A notification of Congress under section 36(b) as it was published. It stands beside the cases of this installation and
         *     is never mixed into the history of one.
         */
        PublishedNotification: {
            /**
             * @description Where the notification itself is published: what tells one row from another. The transmittal number again where
             *     nothing but the number is known: such a row gives way to one that knows more of the same number.
             */
            document: components["schemas"]["Text"];
            /**
             * @description Whether the list gives the same announcement for several transmittal numbers, so that title and value may be of
             *     another.
             */
            doubtful: boolean;
            /**
             * Format: date
             * @description The day the document was put into the library; documents were moved there years later.
             */
            posted?: string | null;
            /** @description The row it stands in, such as `notifications:list.csv#17`. */
            source: components["schemas"]["Text"];
            /** @description What is notified, as the list says it. */
            title: components["schemas"]["Text"];
            transmittal?: components["schemas"]["Text"] | null;
            /**
             * Format: int64
             * @description Estimated cost, whole US dollars, where the list gives one.
             */
            value_usd?: number | null;
            /**
             * Format: int32
             * @description Calendar year of the transmittal number.
             */
            year?: number | null;
        };
        /** @description A flag of a milestone. */
        PurchaserFlag: {
            by?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** @description Why. */
            reason: components["schemas"]["Text"];
            /** @description Whether purchasers see it. */
            visible: boolean;
        };
        /** @description A message between a purchaser and the country program manager. */
        PurchaserMessage: {
            by?: components["schemas"]["Text"] | null;
            /** @description Whether the purchaser wrote it. */
            from_purchaser: boolean;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description The words. */
            words: components["schemas"]["Text"];
        };
        /** @description A milestone and whether purchasers see it. */
        PurchaserMilestone: {
            /** @description Its code. */
            code: string;
            /** @description Every flag, earliest first. */
            history: components["schemas"]["PurchaserFlag"][];
            /** @description Which milestone. */
            milestone: components["schemas"]["Milestone"];
            /** @description Whether no flag can show it. */
            never: boolean;
            /** @description What purchasers read, in English. */
            plain: string;
            /** @description What it says inside. */
            title: string;
            /** @description Whether they see it today. */
            visible: boolean;
        };
        /** @description What a case's purchaser was told and asked. */
        PurchaserSide: {
            forecast?: components["schemas"]["ReleasedForecast"] | null;
            /** @description Whether its purchaser sees it today. */
            forecast_shown: boolean;
            /** @description Messages, latest last. */
            messages: components["schemas"]["PurchaserMessage"][];
            /** @description Whether the case is in the partner portal at all. */
            on_portal: boolean;
            /** @description How many of the purchaser's wait for an answer. */
            unanswered: number;
        };
        /** @description How many of a kind, source, owner or standing wait. */
        QueueCount: {
            /** @description How many. */
            count: number;
            /** @description What is counted. */
            name: string;
        };
        /** @description A contradiction with its evidence. */
        QueuePage: components["schemas"]["QueueRow"] & {
            /** @description The position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description What is held of the person, field by field, with who says otherwise. */
            held: components["schemas"]["Provenance"][];
            said?: components["schemas"]["RowPage"] | null;
            /** @description What was done, earliest first. */
            steps: components["schemas"]["StepRow"][];
        };
        /** @description A contradiction in the queue. */
        QueueRow: {
            /**
             * Format: int32
             * @description Days since.
             */
            age_days: number;
            billet?: components["schemas"]["BilletName"] | null;
            /** @description Whom the row may be, the likeliest first. */
            candidates: components["schemas"]["CandidateName"][];
            /** @description What was found. */
            detail: components["schemas"]["Text"];
            /** @description Its id. */
            id: components["schemas"]["ContradictionId"];
            /** @description What kind. */
            kind: components["schemas"]["ContradictionKind"];
            /**
             * Format: date
             * @description The day it was noted.
             */
            noted: string;
            office?: components["schemas"]["OfficeName"] | null;
            outcome?: components["schemas"]["Outcome"] | null;
            /** @description Who owns it. */
            owner: string;
            person?: components["schemas"]["PersonName"] | null;
            row?: components["schemas"]["Text"] | null;
            /** @description The system of record. */
            source: components["schemas"]["Text"];
            source_id?: components["schemas"]["SourceId"] | null;
            /** @description Where it stands. */
            standing: components["schemas"]["StandingKind"];
            tour?: components["schemas"]["TourId"] | null;
            turn?: components["schemas"]["TurnName"] | null;
            /**
             * Format: date
             * @description Until when it is put off.
             */
            until?: string | null;
        };
        /** @description The queue in numbers, of what the asker may see. */
        QueueSummary: {
            /** @description By kind. */
            kinds: components["schemas"]["QueueCount"][];
            /** @description Neither resolved nor settled. */
            live: number;
            /** @description People and positions that manning documents lost and nobody decided on. */
            lost: number;
            /** @description Waiting for a decision for more than thirty days. */
            old: number;
            /** @description Waiting for a decision. */
            open: number;
            /** @description With owners who are late. */
            overdue: number;
            /** @description By owner. */
            owners: components["schemas"]["QueueCount"][];
            /** @description With owners of sources. */
            sent_back: number;
            /** @description By source. */
            sources: components["schemas"]["QueueCount"][];
        };
        /**
         * @description A value over all sets of coefficients, with the range in which eight of ten sets' values lie: it carries both what is
         *     not known of the coefficients and chance.
         */
        Ranged: {
            /**
             * Format: double
             * @description The upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of the range; the mean itself with a single set.
             */
            low: number;
            /**
             * Format: double
             * @description The mean of the sets.
             */
            mean: number;
        };
        /**
         * @description Whether a nominee is the service's choice or its second.
         * @enum {string}
         */
        Rank: "primary" | "alternate";
        /** @description Ranks the eligible candidates for an opening; a later order replaces an earlier one. */
        RankCandidates: {
            /** @description For which opening. */
            billet: components["schemas"]["BilletId"];
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            /**
             * @description Candidates, best first; those in one tier tie. Whoever is left out comes after, by points. Kept sealed under each
             *     person's key.
             */
            tiers: components["schemas"]["PersonId"][][];
        };
        /** @description A ranked billet. */
        RankedRow: {
            /** @description The billet. */
            billet: components["schemas"]["BilletName"];
            opening?: components["schemas"]["ShotRow"] | null;
        };
        /**
         * @description What a grant of a role must name.
         * @enum {string}
         */
        Reach: "everywhere" | "office" | "service" | "person" | "purchaser";
        /** @description A row as the profile reads it. */
        ReadRow: {
            /** @description What it says; sealed columns are read and not shown. */
            facts: components["schemas"]["RowFacts"];
            /** @description Its key in the source. */
            key: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description Its line in the file.
             */
            line: number;
        };
        /** @description One choice and its effect on the rest of the slate. */
        RecommendedRow: {
            /** @description Into which billet. */
            billet: components["schemas"]["BilletName"];
            /** @description Whether the slate chooses it. */
            chosen: boolean;
            /**
             * Format: int64
             * @description Points of the pair.
             */
            cost: number;
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more.
             */
            costs_more: number;
            /** @description Everybody whose assignment would differ. */
            moves: components["schemas"]["MovedRow"][];
            person?: components["schemas"]["PersonName"] | null;
        };
        /** @description Reconciles a case for a fiscal year, or for good once its supply is complete. */
        ReconcileCase: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description Differences that are explained. */
            explained?: components["schemas"]["ExplainedDifference"][];
            /**
             * Format: int64
             * @description What the accounting system has obligated, US cents.
             */
            obligated_cents: number;
            year?: components["schemas"]["FiscalYear"] | null;
        };
        /** @description Records an arrival. */
        RecordArrival: {
            /**
             * Format: date
             * @description The day of arrival.
             */
            on: string;
            /** @description Which tour. */
            tour: components["schemas"]["TourId"];
        };
        /** @description Records a step before an arrival. */
        RecordArrivalStep: {
            /**
             * Format: date
             * @description The day it was done.
             */
            on: string;
            /** @description Which step. */
            step: components["schemas"]["ArrivalStep"];
            /** @description For which tour. */
            tour: components["schemas"]["TourId"];
        };
        /** @description Records an authority. A new parent or operational control ends the one before it. */
        RecordAuthority: components["schemas"]["Authority"];
        /** @description Records a bill as it was issued. */
        RecordBill: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: int64
             * @description How much, US cents.
             */
            cents: number;
            /**
             * Format: date
             * @description The day by which it is to be paid; the next quarterly due day unless a special billing arrangement says otherwise.
             */
            due?: string | null;
            /**
             * Format: date
             * @description The day it was issued.
             */
            issued: string;
        };
        /** @description Records a published table whose bytes were stored under their hash. */
        RecordDataset: components["schemas"]["Dataset"];
        /**
         * @description Records a delivery of a line: the earliest expected ones count as made first, part of one leaves the rest planned, and
         *     what nobody planned is recorded as it came.
         */
        RecordDelivery: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: int32
             * @description Which line.
             */
            line: number;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /**
             * Format: int32
             * @description How many were delivered; 1 for services.
             */
            quantity: number;
        };
        /** @description Records a departure. */
        RecordDeparture: {
            /**
             * Format: date
             * @description The first day not in the billet.
             */
            on: string;
            /** @description Which tour. */
            tour: components["schemas"]["TourId"];
        };
        /** @description Records an amendment, a modification or another version of the offer. */
        RecordDocument: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description What kind. */
            kind: components["schemas"]["DocumentKind"];
            /** @description All lines as the document leaves them. */
            lines: components["schemas"]["CaseLine"][];
            /**
             * Format: date
             * @description The day it takes effect; an amendment's is the day of its acceptance.
             */
            on: string;
        };
        /** @description Records figures of a country. A figure that says the same as the one held changes nothing. */
        RecordFigures: {
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
            /** @description The figures. */
            figures: components["schemas"]["Figure"][];
        };
        /** @description Records what a file of a source says. */
        RecordLoad: {
            /** @description Keys of rows that a full file has no more. */
            absent: components["schemas"]["Text"][];
            /**
             * Format: int32
             * @description How many loads of the source came before: a load that was compared with an older state is refused.
             */
            after: number;
            /**
             * Format: date
             * @description The day it speaks of.
             */
            as_of: string;
            /** @description The file's name. */
            file: components["schemas"]["Text"];
            /** @description Rows that are new, say something new, or are back. */
            lines: components["schemas"]["RowSaid"][];
            /**
             * Format: int32
             * @description Rows in the file.
             */
            rows: number;
            /** @description SHA-256 of its bytes in hexadecimal. */
            sha256: components["schemas"]["Text"];
            /** @description The source. */
            source: components["schemas"]["SourceId"];
        };
        /** @description Records that a case has reached a milestone. */
        RecordMilestone: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description Which milestone. */
            milestone: components["schemas"]["Milestone"];
            /**
             * Format: date
             * @description The day it was reached.
             */
            on: string;
        };
        /** @description Records a step of the notification of Congress. */
        RecordNotification: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description Which step. */
            step: components["schemas"]["NotificationStep"];
            transmittal?: components["schemas"]["Text"] | null;
        };
        /** @description Records a payment received, or one paid back. It settles what was asked for first. */
        RecordPayment: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: int64
             * @description How much, US cents; negative where it was paid back.
             */
            cents: number;
            /**
             * Format: date
             * @description The day it was received.
             */
            on: string;
        };
        /**
         * @description Records published notifications of a country. One that says the same as the one held of its document changes nothing,
         *     nor does a bare number of which anything is held.
         */
        RecordPublishedNotifications: {
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
            /** @description The notifications. */
            notifications: components["schemas"]["PublishedNotification"][];
        };
        /** @description Records that a recruitment reached a step. */
        RecordRecruitmentStep: {
            /**
             * Format: date
             * @description The day it was reached.
             */
            on: string;
            person?: components["schemas"]["PersonId"] | null;
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
            /** @description Which step. */
            step: components["schemas"]["RecruitmentStep"];
        };
        /** @description Plans a review, or records one that was held. The planned one of its sort is moved, or becomes the one held. */
        RecordReview: {
            /** @description What is to be done, where it was held. */
            actions?: components["schemas"]["ReviewAction"][];
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description What was found, where it was held; names no person. */
            findings?: components["schemas"]["Text"];
            /** @description Whether it was held. */
            held: boolean;
            /** @description What sort of review. */
            kind: components["schemas"]["CaseReviewKind"];
            /**
             * Format: date
             * @description The day it is planned for, or was held.
             */
            on: string;
        };
        /**
         * @description A step of recruitment, in order.
         * @enum {string}
         */
        RecruitmentStep: "announcement" | "certificate" | "interviews" | "selection" | "tentative_offer" | "security_medical" | "firm_offer" | "entry_on_duty";
        /** @description The person does not consent. */
        RefuseConsent: {
            /** @description Who does not consent. */
            person: components["schemas"]["PersonId"];
            reason?: components["schemas"]["Text"] | null;
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description A file that is not taken, with everything that is wrong with it. */
        RefusedFile: {
            /** @description What is wrong, in the order of the file. */
            faults: components["schemas"]["FileFault"][];
            /** @description Faults beyond those listed. */
            further: number;
        };
        /** @description Registers an account. Its password is set apart, in the vault. */
        RegisterAccount: {
            /** @description The name shown. */
            name: components["schemas"]["Text"];
            /** @description The name given at sign-in: 2 to 64 lower-case letters, digits, `.`, `-`, `_`. */
            sign_in: components["schemas"]["Text"];
        };
        /** @description Registers a country. */
        RegisterCountry: {
            /** @description ISO 3166 alpha-3 code. */
            iso3: components["schemas"]["Text"];
            /** @description Principal languages. */
            languages: components["schemas"]["Text"][];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description The purchaser codes of its customers. */
            purchaser_codes: components["schemas"]["Text"][];
            /** @description Region. */
            region: components["schemas"]["Text"];
            /** @description The combatant command responsible, by date. */
            responsible: [
                string,
                string
            ][];
        };
        /** @description Registers an office. */
        RegisterOffice: {
            /** @description Short code, unique. */
            code: components["schemas"]["Text"];
            country?: components["schemas"]["CountryId"] | null;
            designation?: components["schemas"]["Text"] | null;
            /** @description From when until when it exists. */
            existence: components["schemas"]["Period"];
            /** @description What sort of organisation it is. */
            kind: components["schemas"]["OfficeKind"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description Where it is. */
            post: components["schemas"]["PostId"];
            /** @description IANA time zone of its deadlines. */
            zone: components["schemas"]["Text"];
        };
        /** @description Registers a person. */
        RegisterPerson: {
            /** @description What is known. */
            facts: components["schemas"]["PersonFacts"];
            /**
             * Format: date
             * @description From which day the grade holds.
             */
            from: string;
            /** @description The number the system of record knows them by, unique. */
            number: components["schemas"]["Text"];
            /** @description The system of record that owns the row. */
            source: components["schemas"]["Text"];
        };
        /** @description Registers a post. */
        RegisterPost: {
            country?: components["schemas"]["CountryId"] | null;
            /**
             * Format: int32
             * @description Degrees north, in thousandths.
             */
            latitude_milli: number;
            /**
             * Format: int32
             * @description Degrees east, in thousandths.
             */
            longitude_milli: number;
            /** @description City, and state where it is in the United States. */
            name: components["schemas"]["Text"];
        };
        /** @description Registers the person of a row that is nobody known, and links the row. */
        RegisterRow: {
            grade?: components["schemas"]["Grade"] | null;
            /** @description The key of the row. */
            key: components["schemas"]["Text"];
            /** @description The number to know the person by, unique. */
            number: components["schemas"]["Text"];
            service?: components["schemas"]["Service"] | null;
            /** @description The source. */
            source: components["schemas"]["SourceId"];
        };
        /** @description One rule waived for one person in one billet, and what that would cost. */
        RelaxationRow: {
            /** @description In which billet. */
            billet: components["schemas"]["BilletName"];
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more with this line; less than nothing: it would cost less.
             */
            costs_more: number;
            person?: components["schemas"]["PersonName"] | null;
            /** @description The rule's slug. */
            rule: string;
            /**
             * Format: int64
             * @description How much the pair falls short, where that is counted.
             */
            short?: number | null;
            /** @description What it asks, as a sentence. */
            title: string;
            /** @description What is counted. */
            unit?: string | null;
        };
        /** @description Releases a forecast of a case to its purchaser. One released before is replaced. */
        ReleaseForecast: {
            /** @description What the range rests on; names no person. */
            basis: components["schemas"]["Text"];
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: date
             * @description The first day of the range.
             */
            earliest: string;
            /**
             * Format: int32
             * @description Of those, how many the range held.
             */
            held: number;
            /**
             * Format: date
             * @description The last day of the range.
             */
            latest: string;
            /** @description Of which milestone. */
            milestone: components["schemas"]["Milestone"];
            /**
             * Format: int32
             * @description How often such a range is said to hold, per mille.
             */
            share_per_mille: number;
            /**
             * Format: int32
             * @description Earlier cases on which that was tried.
             */
            tested: number;
            /**
             * Format: date
             * @description The last day on which it stands.
             */
            until: string;
        };
        /** @description A range of days in which a case is expected to reach a milestone, as it was released. */
        ReleasedForecast: {
            /** @description What the range rests on; names no person. */
            basis: components["schemas"]["Text"];
            by?: components["schemas"]["AccountId"] | null;
            /**
             * Format: date
             * @description The first day of the range.
             */
            earliest: string;
            /**
             * Format: int32
             * @description Of those, how many the range held.
             */
            held: number;
            /**
             * Format: date
             * @description The last day of the range.
             */
            latest: string;
            /** @description Which milestone. */
            milestone: components["schemas"]["Milestone"];
            /**
             * Format: date
             * @description The day of the release.
             */
            on: string;
            /**
             * Format: int32
             * @description How often such a range is said to hold, per mille.
             */
            share_per_mille: number;
            /**
             * Format: int32
             * @description Earlier cases on which that was tried.
             */
            tested: number;
            /**
             * Format: date
             * @description The last day on which it stands.
             */
            until: string;
        };
        /** @description The next primary tour in the billet. */
        Relief: {
            person?: components["schemas"]["PersonBrief"] | null;
            /**
             * Format: date
             * @description The day of arrival, recorded or planned.
             */
            report: string;
            /** @description The tour that follows. */
            tour: components["schemas"]["TourId"];
        };
        /** @description A billet as a manning document lists it: new, or with terms that hold from a date on. */
        ReportBillet: {
            /** @description From when until when it is authorised. */
            authorised: components["schemas"]["Period"];
            /**
             * Format: date
             * @description From which day changed terms hold; a new billet's terms hold from its first day.
             */
            from: string;
            /** @description Position number. */
            number: components["schemas"]["Text"];
            /** @description The manning document. */
            source: components["schemas"]["Text"];
            /** @description Its terms. */
            terms: components["schemas"]["BilletTerms"];
        };
        /** @description Takes cases as a system of record reports them: new ones are opened, known ones are as reported from now on. */
        ReportCases: {
            /** @description The cases. */
            cases: components["schemas"]["CaseRecord"][];
            /** @description The system of record. */
            source: components["schemas"]["Text"];
        };
        /** @description A person as a roster lists them. */
        ReportPerson: {
            /**
             * Format: date
             * @description The day the report speaks of; a changed grade holds from it.
             */
            as_of: string;
            /** @description What it says. */
            facts: components["schemas"]["PersonFacts"];
            /** @description The number the system of record knows them by. */
            number: components["schemas"]["Text"];
            /** @description The system of record. */
            source: components["schemas"]["Text"];
        };
        /** @description A tour as a system of record lists it. Person, billet and report date identify it. */
        ReportTour: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /**
             * Format: date
             * @description The day of arrival.
             */
            arrived?: string | null;
            /**
             * Format: date
             * @description The day the report speaks of.
             */
            as_of: string;
            /** @description In which billet. */
            billet: components["schemas"]["BilletId"];
            /**
             * Format: date
             * @description The day of departure.
             */
            departed?: string | null;
            /** @description Whether the person counts here. */
            incumbency: components["schemas"]["Incumbency"];
            /**
             * Format: date
             * @description The day of the order.
             */
            ordered?: string | null;
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            /**
             * Format: date
             * @description The report date.
             */
            report: string;
            /**
             * Format: date
             * @description The projected rotation date.
             */
            rotation: string;
            /** @description The system of record. */
            source: components["schemas"]["Text"];
        };
        /** @description Asks a service for one person by name. */
        RequestByName: {
            /** @description Why this person; kept sealed under the person's key. */
            justification: components["schemas"]["Text"];
            /** @description Who is asked for. */
            person: components["schemas"]["PersonId"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /**
         * @description What sort of change is asked for.
         * @enum {string}
         */
        RequestKind: "establish" | "change" | "disestablish";
        /** @description A request with everything done about it. */
        RequestPage: components["schemas"]["RequestRow"] & {
            /** @description For which of those asked the asker may answer, by their index. */
            answers: number[];
            /** @description What is asked for. */
            change: components["schemas"]["BilletChange"];
            /** @description The journal position that last changed it. */
            changed: components["schemas"]["Position"];
            decision?: components["schemas"]["DecisionRow"] | null;
            /** @description Who drafted it. */
            drafted_by: components["schemas"]["StampName"];
            /** @description Whether approving it now would go over a coordinator, which the director alone may. */
            overrides: boolean;
            /** @description Why. */
            reason: components["schemas"]["Text"];
            /** @description Every submission, the latest last. */
            rounds: components["schemas"]["RoundRow"][];
            /** @description What the asker may do next. */
            steps: components["schemas"]["RequestStep"][];
            terms_now?: components["schemas"]["BilletTerms"] | null;
            withdrawn?: components["schemas"]["ReviewName"] | null;
        };
        /** @description A request in a list. */
        RequestRow: {
            billet?: components["schemas"]["BilletName"] | null;
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description When it was drafted.
             */
            drafted: string;
            /** @description The fiscal year on whose first day it takes effect. */
            effective: components["schemas"]["FiscalYear"];
            /** @description Its id. */
            id: components["schemas"]["ChangeRequestId"];
            /** @description What sort of change it is. */
            kind: components["schemas"]["RequestKind"];
            /** @description The office that asks. */
            office: components["schemas"]["OfficeName"];
            /** @description Where it stands. */
            status: components["schemas"]["RequestStatus"];
            /** @description The same in words. */
            status_title: string;
            /** @description What it comes to. */
            title: string;
            /** @description Whose turn it is; several hold one while coordinators answer. */
            turns: components["schemas"]["TurnName"][];
        };
        /**
         * @description Where a request stands.
         * @enum {string}
         */
        RequestStatus: "drafted" | "review" | "returned" | "coordination" | "decision" | "approved" | "disapproved" | "withdrawn";
        /**
         * @description What the asker may do next.
         * @enum {string}
         */
        RequestStep: "amend" | "edit" | "submit" | "coordinate" | "return" | "approve" | "disapprove" | "withdraw";
        /** @description Asks that one rule be waived for one person in one billet. */
        RequestWaiver: {
            /** @description In which billet. */
            billet: components["schemas"]["BilletId"];
            /** @description How much of it; partly only where the rule has a unit. */
            extent: components["schemas"]["WaiverExtent"];
            /** @description Why; kept sealed under the person's key. */
            justification: components["schemas"]["Text"];
            /** @description For whom. */
            person: components["schemas"]["PersonId"];
            /** @description Which rule. */
            rule: components["schemas"]["WaivableRule"];
        };
        /**
         * @description Which strength `required` shows.
         * @enum {string}
         */
        RequiredBasis: "validated" | "indicated" | "mixed";
        /** @description Something the asker may do now. */
        RequisitionAct: {
            ask?: components["schemas"]["Ask"] | null;
            /** @description The command to give. */
            command: string;
            holder?: components["schemas"]["Holder"] | null;
            /** @description The nominees it may concern. */
            people: components["schemas"]["PersonId"][];
            service?: components["schemas"]["Service"] | null;
            /** @description The steps of recruitment that may be recorded. */
            steps: components["schemas"]["StepName"][];
            vetter?: components["schemas"]["Vetter"] | null;
        };
        /** @description The id of a requisition */
        RequisitionId: string;
        /** @description A requisition with all that the asker may know of it. */
        RequisitionPage: components["schemas"]["RequisitionRow"] & {
            /** @description What the asker may do now. */
            acts: components["schemas"]["RequisitionAct"][];
            /** @description Requests by name. */
            by_name: components["schemas"]["ByNameRow"][];
            cancelled?: components["schemas"]["Text"] | null;
            /** @description The position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description What was done, the latest first. */
            history: components["schemas"]["DeedRow"][];
            /** @description What the person needs, from the billet's terms on the report date. */
            needs: components["schemas"]["Needs"];
            /** @description Services that can give nobody. */
            no_fills: components["schemas"]["NoFillRow"][];
            /** @description Everybody nominated, in the order nominated. */
            nominees: components["schemas"]["NomineeRow"][];
            /** @description The stages of the fill: what is done, where it stands, what follows. */
            pipeline: components["schemas"]["Stage"][];
            tour?: components["schemas"]["TourRow"] | null;
        };
        /** @description A requisition in a list. */
        RequisitionRow: {
            /** @description The billet to be filled. */
            billet: components["schemas"]["BilletName"];
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            /** @description Its id. */
            id: components["schemas"]["RequisitionId"];
            /** @description Whether it is a key billet. */
            key: boolean;
            /** @description How the billet is filled. */
            mode: components["schemas"]["FillMode"];
            /** @description The gaining office. */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The day it was opened.
             */
            opened: string;
            /**
             * Format: int32
             * @description How urgent, 1 to 5.
             */
            priority: number;
            /**
             * Format: date
             * @description The day somebody is needed.
             */
            report: string;
            /** @description The services asked. */
            services: components["schemas"]["Service"][];
            /** @description The same in words. */
            standing: string;
            /** @description Where it stands. */
            status: components["schemas"]["RequisitionStatus"];
            /** @description Who holds the ball, in every open turn. */
            turns: components["schemas"]["AskedRow"][];
        };
        /**
         * @description Where a requisition stands.
         * @enum {string}
         */
        RequisitionStatus: "nominating" | "vetting" | "selecting" | "consenting" | "recruiting" | "accepting" | "unresolved" | "planned" | "ordered" | "filled" | "approved_gap" | "cancelled";
        /** @description Undoes a departure that was recorded by mistake, as if it had never been; the journal keeps both. */
        RescindDeparture: {
            /** @description The document it rests on. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The first day of the departure.
             */
            from: string;
            /** @description Which post. */
            post: components["schemas"]["PostId"];
        };
        /** @description An ordered departure found to have been recorded by mistake. */
        Rescission: {
            /**
             * Format: date
             * @description The day it was decided.
             */
            decided: string;
            /** @description The document it rests on. */
            document: components["schemas"]["Text"];
        };
        /** @description Resolves contradictions. */
        ResolveContradictions: {
            /** @description Which. */
            contradictions: components["schemas"]["ContradictionId"][];
            /** @description How. */
            outcome: components["schemas"]["Outcome"];
            /** @description Why. */
            reason: components["schemas"]["Text"];
        };
        /**
         * @description Who sees to a step.
         * @enum {string}
         */
        Responsible: "employer" | "person" | "office";
        /** @description A manpower review. */
        Review: {
            /** @description Its document. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description From which day it holds.
             */
            from: string;
            /**
             * Format: int32
             * @description The strength it validates.
             */
            strength: number;
        };
        /** @description Something to be done after a review. */
        ReviewAction: {
            /** @description What is to be done; names no person. */
            action: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The day it was done.
             */
            done?: string | null;
            /**
             * Format: date
             * @description By when.
             */
            due: string;
            /** @description Who does it. */
            holder: components["schemas"]["CaseHolder"];
        };
        /** @description Sends a reviewed request to the coordinators its terms name, or back to its office. */
        ReviewBilletRequest: {
            /** @description Whether it goes on to coordination; otherwise it goes back. */
            coordinate: boolean;
            /** @description What the review found; names no person. */
            note: components["schemas"]["Text"];
            /** @description Which request. */
            request: components["schemas"]["ChangeRequestId"];
        };
        /** @description What headquarters said. */
        ReviewName: {
            /** @description What the review found. */
            note: components["schemas"]["Text"];
            /** @description Who, and when. */
            stamp: components["schemas"]["StampName"];
        };
        /**
         * @description A role that an account can be granted.
         * @enum {string}
         */
        Role: "director" | "workforce_manager" | "assignment_officer" | "command_officer" | "office_chief" | "case_manager" | "program_manager" | "partner_representative" | "member" | "analyst" | "auditor" | "administrator";
        /** @description What a role is for and where it reaches. */
        RoleDefinition: {
            /** @description What its holder is there to do. */
            purpose: string;
            /** @description What a grant of it must name. */
            reach: components["schemas"]["Reach"];
            /** @description Which role. */
            role: components["schemas"]["Role"];
            /** @description The name people use. */
            title: string;
        };
        /** @description The smallest relaxation of limits by which an opening would be filled, or a person assigned. */
        Room: {
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more; less than nothing: it would cost less.
             */
            costs_more: number;
            /**
             * @description The limits that would have to give more, each by how much. None where what is left of them is enough: then it costs
             *     more, or it costs less by no more than the slate's gap.
             */
            limits: components["schemas"]["RoomNeeded"][];
        };
        /** @description A limit that would have to give more. */
        RoomNeeded: {
            /** @description The limit as it is used. */
            limit: components["schemas"]["LimitUse"];
            /**
             * Format: int64
             * @description How much it would have to allow.
             */
            needed: number;
        };
        /** @description A primary incumbent who leaves. */
        Rotation: {
            /** @description The billet. */
            billet: components["schemas"]["BilletBrief"];
            /**
             * Format: int32
             * @description Days between; 0 where the relief comes in time, null where nobody is planned.
             */
            gap_days?: number | null;
            /** @description Its office on the day asked. */
            office: components["schemas"]["OfficeId"];
            person?: components["schemas"]["PersonBrief"] | null;
            relief?: components["schemas"]["Relief"] | null;
            /**
             * Format: date
             * @description The first day not in the billet.
             */
            rotation: string;
            /** @description The tour that ends. */
            tour: components["schemas"]["TourId"];
        };
        /** @description One submission and what followed. */
        RoundRow: {
            /** @description Who was asked. */
            asked: components["schemas"]["CoordinatorRow"][];
            /** @description The evidence as it stood. */
            evidence: components["schemas"]["WorkloadEvidence"];
            returned?: components["schemas"]["ReviewName"] | null;
            review?: components["schemas"]["ReviewName"] | null;
            /** @description Who submitted, and when. */
            submitted: components["schemas"]["StampName"];
        };
        /** @description What a row says. What its file has no column for is absent. */
        RowFacts: {
            /**
             * Format: date
             * @description The day of arrival.
             * @default null
             */
            arrived: string | null;
            /**
             * @description The person's certificates.
             * @default null
             */
            certificates: components["schemas"]["Certificate"][] | null;
            /** @default null */
            clearance: components["schemas"]["ClearanceHeld"] | null;
            /** @default null */
            coding: components["schemas"]["ServiceCoding"] | null;
            /** @default null */
            grade: components["schemas"]["Grade"] | null;
            /**
             * @description The person's language scores.
             * @default null
             */
            languages: components["schemas"]["LanguageScore"][] | null;
            /** @default null */
            name: components["schemas"]["Text"] | null;
            /** @default null */
            number: components["schemas"]["Text"] | null;
            /** @default null */
            office: components["schemas"]["Text"] | null;
            /** @default null */
            place: components["schemas"]["Text"] | null;
            /** @default null */
            position: components["schemas"]["Text"] | null;
            /** @default null */
            position_grade: components["schemas"]["Grade"] | null;
            /**
             * Format: date
             * @description The rotation date.
             * @default null
             */
            rotation: string | null;
            /** @default null */
            sc_code: components["schemas"]["Text"] | null;
            /** @default null */
            service: components["schemas"]["Service"] | null;
            /**
             * @description The person's specialties.
             * @default null
             */
            specialties: components["schemas"]["Text"][] | null;
            /** @default null */
            specialty: components["schemas"]["Text"] | null;
            /** @default null */
            title: components["schemas"]["Text"] | null;
        };
        /** @description A row and who it is. */
        RowLink: {
            /** @description The key of the row in its source. */
            key: components["schemas"]["Text"];
            /** @description Who it is. */
            person: components["schemas"]["PersonId"];
        };
        /** @description What a row of a source says. */
        RowPage: {
            /** @description What it says; ordinary facts only. */
            facts: components["schemas"]["RowFacts"];
            /** @description Its key. */
            key: components["schemas"]["Text"];
            /** @description Whose it is: `vacant`, `exact`, `decided`, `nobody` or `open`. */
            link: string;
            /**
             * Format: date
             * @description The day of the first file without it.
             */
            missing_since?: string | null;
            person?: components["schemas"]["PersonName"] | null;
            /**
             * Format: date
             * @description Since which file's day it says so.
             */
            since: string;
        };
        /** @description Whom a row may be. */
        RowProposal: {
            /** @description Those the asker may see, the likeliest first. */
            candidates: components["schemas"]["CandidateName"][];
            /** @description Its key in the source. */
            key: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description Its line in the file.
             */
            line: number;
        };
        /** @description A row that says something new. */
        RowSaid: {
            /** @description Whom it may be where that is not known exactly, as matching ranked them. */
            candidates?: components["schemas"]["Candidate"][];
            /** @description What it says. */
            facts: components["schemas"]["RowFacts"];
            /** @description Its key in the source. */
            key: components["schemas"]["Text"];
        };
        /** @description One eligibility rule. */
        Rule: {
            /** @description Where it comes from. */
            authority: string;
            /** @description Its name in the API, as a stable slug. */
            id: string;
            switch?: components["schemas"]["Lever"] | null;
            /** @description What it asks, as a sentence. */
            title: string;
            /** @description Whether an authority may waive it. */
            waivable: boolean;
            /** @description For whom it holds. */
            workforce: components["schemas"]["Workforce"];
        };
        /** @description One rule held against one pair. */
        RuleWhy: components["schemas"]["Checked"] & {
            /** @description Where it comes from. */
            authority: string;
            /** @description The rule's slug. */
            id: string;
            /** @description What it asks, as a sentence. */
            title: string;
            /** @description Whether an authority may waive it. */
            waivable: boolean;
        };
        /** @description The next best person for the billet. */
        RunnerUp: {
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more with that person in this billet; 0 is a tie.
             */
            costs_more: number;
            /** @description Who. */
            person: components["schemas"]["PersonId"];
        };
        /** @description The next best person for a line's billet, and why they are not the best. */
        RunnerUpWhy: {
            /**
             * Format: int64
             * @description Points of this person in this billet, where still eligible.
             */
            cost?: number | null;
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more.
             */
            costs_more: number;
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            /** @description In plain words, with the name. */
            sentence: string;
        };
        /** @description A sample to look at. */
        Sample: {
            /** @description The file's bytes in base 64. */
            content: string;
            /** @description The file's name. */
            file: string;
            /** @description What kind of source it is of. */
            kind: components["schemas"]["SourceKind"];
            places?: components["schemas"]["Profile"] | null;
        };
        /** @description A column of a sample. */
        SampleColumn: {
            /** @description Values that the field does not take without a translation. */
            codes: string[];
            /** @description Its name. */
            column: string;
            /** @description How many different values were seen. */
            distinct: number;
            /** @description The field it most likely is; empty where none is like it. */
            field: string;
            /** @description Values in it, the most frequent first. */
            values: string[];
        };
        /** @description What a source says of a group. */
        Saying: {
            /** @description Whether that is what is held. */
            agrees: boolean;
            /**
             * Format: date
             * @description The day of its last file.
             */
            confirmed?: string | null;
            /**
             * Format: date
             * @description Since which file's day.
             */
            since: string;
            /** @description The source. */
            source: components["schemas"]["Text"];
            /** @description What it says. */
            value: components["schemas"]["Text"];
        };
        /** @description The code of a coded security cooperation position */
        ScCode: string;
        /** @description One change of a scenario. */
        ScenarioChange: {
            /** @description Gives a lever another value. */
            set_lever: {
                /** @description Which lever, of the groups *slate* and *eligibility*. */
                lever: components["schemas"]["Lever"];
                /**
                 * Format: int64
                 * @description The value, in the lever's unit.
                 */
                value: number;
            };
        } | {
            /** @description Gives a lever back the value in force. */
            reset_lever: {
                /** @description Which lever. */
                lever: components["schemas"]["Lever"];
            };
        } | {
            /** @description Insists that a person takes a billet; every rule must allow it. */
            lock: {
                /** @description Into which billet. */
                billet: components["schemas"]["BilletId"];
                /** @description Who. */
                person: components["schemas"]["PersonId"];
            };
        } | {
            /** @description Insists no more. */
            unlock: {
                /** @description On whom. */
                person: components["schemas"]["PersonId"];
            };
        } | {
            /** @description Rules a pair out. */
            forbid: {
                /** @description Out of which billet. */
                billet: components["schemas"]["BilletId"];
                /** @description Who. */
                person: components["schemas"]["PersonId"];
            };
        } | {
            /** @description Rules a pair out no more. */
            allow: {
                /** @description Into which billet. */
                billet: components["schemas"]["BilletId"];
                /** @description Who. */
                person: components["schemas"]["PersonId"];
            };
        } | {
            /** @description Drops or adds a mover. */
            take_person: {
                /** @description Who. */
                person: components["schemas"]["PersonId"];
                /** @description Whether the person is moved. */
                taken: components["schemas"]["Membership"];
            };
        } | {
            /** @description Drops or adds an opening. */
            take_billet: {
                /** @description Which billet. */
                billet: components["schemas"]["BilletId"];
                /** @description Whether the billet is filled. */
                taken: components["schemas"]["Membership"];
            };
        } | {
            /** @description Replaces a member's ranked billets. */
            wish: {
                /** @description Billets, best first; absent for the member's own list. */
                billets?: components["schemas"]["BilletId"][] | null;
                /** @description Whose. */
                person: components["schemas"]["PersonId"];
            };
        };
        /** @description How a scenario ended. */
        ScenarioEnd: {
            /** @description It was thrown away. */
            discarded: {
                /**
                 * Format: date
                 * @description The day.
                 */
                on: string;
            };
        } | {
            /** @description Its slate was proposed. */
            adopted: {
                /**
                 * Format: date
                 * @description The day.
                 */
                on: string;
                /** @description The slate. */
                slate: components["schemas"]["SlateId"];
            };
        };
        /** @description The id of a scenario */
        ScenarioId: string;
        /** @description A lever in a scenario. */
        ScenarioLever: components["schemas"]["LeverDefinition"] & {
            /**
             * Format: int64
             * @description The value in force.
             */
            in_force: number;
            /**
             * Format: int64
             * @description The scenario's value.
             */
            value: number;
        };
        /** @description A scenario with what its slate comes to. */
        ScenarioPage: components["schemas"]["ScenarioRow"] & {
            /** @description Openings left out, and billets taken in. */
            billets: components["schemas"]["TakenBillet"][];
            /**
             * Format: int64
             * @description What no slate within the limits costs less than, proven; equal to the objective where none binds.
             */
            bound: number;
            /** @description The countries that the outcomes name. */
            countries: components["schemas"]["CountryPlace"][];
            /** @description The cycle's name. */
            cycle_name: components["schemas"]["Text"];
            /** @description Forbidden pairs. */
            forbidden: components["schemas"]["PairRow"][];
            /**
             * Format: double
             * @description How far the cost may lie above the least possible, as a share of it; 0 is proven to be the least.
             */
            gap: number;
            /** @description The levers that slates are made with. */
            levers: components["schemas"]["ScenarioLever"][];
            /** @description The limits over several lines that its slate keeps, the dearest first. */
            limits: components["schemas"]["SlateLimit"][];
            /** @description Locked pairs. */
            locks: components["schemas"]["PairRow"][];
            /** @description The offices that the outcomes name. */
            offices: components["schemas"]["OfficeName"][];
            /** @description What its slate comes to. */
            outcome: components["schemas"]["SlateOutcome"];
            /** @description Pairs that every rule allows. */
            pairs: number;
            /** @description Movers left out, and people taken in. */
            people: components["schemas"]["TakenPerson"][];
            /** @description What the slate of the cycle comes to with nothing changed. */
            plain: components["schemas"]["SlateOutcome"];
            /**
             * Format: double
             * @description Seconds that its slate took to compute.
             */
            seconds: number;
            step?: components["schemas"]["SlateDifference"] | null;
            /**
             * @description Points and assignments that differ from the slate that was proposed when it was branched, else from the cycle's
             *     slate with nothing changed.
             */
            to_base: components["schemas"]["SlateDifference"];
            /** @description What was proven, as a sentence. */
            verified: string;
            /** @description People whose ranked billets are replaced. */
            wishes: components["schemas"]["PersonName"][];
        };
        /** @description A scenario in a list. */
        ScenarioRow: {
            base?: components["schemas"]["SlateId"] | null;
            /**
             * Format: date
             * @description The day it was branched.
             */
            branched: string;
            /** @description The position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description How many things differ from the facts and levers in force. */
            differences: number;
            ended?: components["schemas"]["ScenarioEnd"] | null;
            /** @description Its id. */
            id: components["schemas"]["ScenarioId"];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            of?: components["schemas"]["ScenarioId"] | null;
            /** @description Steps that can be taken back. */
            steps: number;
        };
        /** @description The section-515 ledger of a country in short. */
        Section515: {
            /**
             * Format: int32
             * @description Billets that would count if filled.
             */
            billets: number;
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
            document?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description The first day of the next 36 months on which more members are there than allowed.
             */
            exceeded?: string | null;
            /**
             * Format: int64
             * @description Allowed less counted.
             */
            left: number;
            /**
             * Format: int32
             * @description Members allowed.
             */
            limit: number;
            /**
             * Format: int32
             * @description Covered billets that count, on the day.
             */
            members: number;
        };
        /** @description A recorded authorisation of more than the general limit of members. */
        Section515Authorisation: {
            /** @description The law or waiver. */
            document: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description How many members it allows.
             */
            members: number;
            /** @description From when until when. */
            period: components["schemas"]["Period"];
        };
        /** @description The wording that somebody set. */
        SectionEdit: {
            by?: components["schemas"]["AccountId"] | null;
            by_name?: components["schemas"]["Text"] | null;
            /** @description The text. */
            note: components["schemas"]["Text"];
            /**
             * Format: date
             * @description When.
             */
            on: string;
        };
        /** @description Selects one of the vetted nominees for the gaining office to accept. */
        SelectNominee: {
            /** @description Whom. */
            person: components["schemas"]["PersonId"];
            reason?: components["schemas"]["Text"] | null;
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /**
         * @description Sends contradictions back to the owner of their source: they go on the correction list, and the ball is theirs until
         *     the suspense that the lever `correction_days` gives.
         */
        SendBack: {
            /** @description Which. */
            contradictions: components["schemas"]["ContradictionId"][];
            /** @description What is asked. */
            reason: components["schemas"]["Text"];
        };
        /**
         * @description The personnel system a member of the workforce belongs to: one of the military services, or civilian or locally
         *     employed staff.
         * @enum {string}
         */
        Service: "army" | "air_force" | "navy" | "marine_corps" | "space_force" | "coast_guard" | "civilian" | "locally_employed";
        /** @description Which services' people may fill a billet. */
        ServiceCoding: {
            /** @description Only this service (or civilian staff, or locally employed staff). */
            only: components["schemas"]["Service"];
        } | "any_military" | "military_or_civilian";
        /** @description What one service gives to a slate. */
        ServiceFill: {
            /**
             * Format: date
             * @description The day by which it has answered every nomination request, where it set one.
             */
            done_by?: string | null;
            /**
             * Format: int32
             * @description The most people it can give, where it set a limit.
             */
            limit?: number | null;
            /** @description People of it in the slate. */
            lines: number;
            /** @description Which service. */
            service: components["schemas"]["Service"];
            /** @description Share of the slate's lines, per mille. */
            share_per_mille: number;
        };
        /** @description How the people of a service fare. */
        ServiceShare: {
            /** @description Movers with an assignment. */
            assigned: number;
            /**
             * Format: int64
             * @description Points of their lines.
             */
            cost: number;
            /** @description Of these, movers who got a billet they ranked. */
            met: number;
            /** @description Movers. */
            movers: number;
            /** @description Which. */
            service: components["schemas"]["Service"];
            /** @description Movers who ranked billets. */
            wished: number;
        };
        /** @description The account that is signed in. */
        Session: {
            /** @description Its id. */
            account: components["schemas"]["AccountId"];
            /** @description What it is granted. */
            grants: components["schemas"]["SessionGrant"][];
            /** @description Commands and questions it may give somewhere: what is worth offering. */
            may: string[];
            /** @description The name shown. */
            name: components["schemas"]["Text"];
            /** @description Sign-in name. */
            sign_in: components["schemas"]["Text"];
        };
        /** @description A grant in words. */
        SessionGrant: {
            office?: components["schemas"]["OfficeId"] | null;
            person?: components["schemas"]["PersonId"] | null;
            /** @description Where it reaches: `everywhere`, an office's code, a service, `own record`. */
            reach: string;
            /** @description The role. */
            role: components["schemas"]["Role"];
            /** @description Its title. */
            role_title: string;
        };
        /** @description Gives a cycle its ballot, or changes the deadlines while members may still rank. */
        SetBallot: {
            /** @description Which cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description Deadlines, and who takes part. */
            terms: components["schemas"]["BallotTerms"];
        };
        /** @description Sets a lever from a date on. */
        SetLever: {
            /**
             * Format: date
             * @description The first day of the new value.
             */
            from: string;
            /** @description Which lever. */
            lever: components["schemas"]["Lever"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description The value, in the lever's unit.
             */
            value: number;
        };
        /** @description Sets the lines of a case before it is accepted; afterwards a document changes them. */
        SetLines: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description All its lines. */
            lines: components["schemas"]["CaseLine"][];
        };
        /** @description Sets the payment schedule of a case: every instalment, the initial deposit first. */
        SetPaymentSchedule: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description All instalments, earliest first. They add up to the case's value with its administrative surcharge. */
            instalments: components["schemas"]["CaseInstalment"][];
        };
        /** @description Sets a figure of policy from a date on. */
        SetPolicy: {
            /** @description Whom it binds: a word of the table's column, such as `others` or `A`. */
            applies_to: components["schemas"]["Text"];
            /**
             * Format: date
             * @description The first day of the new value.
             */
            from: string;
            /** @description Which figure. */
            key: components["schemas"]["PolicyKey"];
            /** @description Law, instruction or reason; names no person. */
            source: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description The value, in the figure's unit.
             */
            value: number;
        };
        /** @description Sets a post's differentials from a date on. */
        SetPostDifferentials: {
            /** @description The percentages. */
            differentials: components["schemas"]["Differentials"];
            /**
             * Format: date
             * @description The first day they hold.
             */
            from: string;
            /** @description Which post. */
            post: components["schemas"]["PostId"];
            /** @description Where they were published. */
            source: components["schemas"]["Text"];
        };
        /** @description Sets a post's status from a date on. */
        SetPostStatus: {
            /**
             * Format: date
             * @description The first day it holds.
             */
            from: string;
            /** @description Which post. */
            post: components["schemas"]["PostId"];
            /** @description The status. */
            status: components["schemas"]["PostStatus"];
        };
        /** @description Sets which sources are believed on a group of fields, from a date on. */
        SetPrecedence: {
            /**
             * Format: date
             * @description The first day of the order.
             */
            from: string;
            /** @description The group. */
            group: components["schemas"]["FieldGroup"];
            /** @description The sources, the most believed first; empty for the owner of each row. */
            order: components["schemas"]["SourceId"][];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description Sets a country's priority from a date on. */
        SetPriority: {
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
            /**
             * Format: date
             * @description The first day it holds.
             */
            from: string;
            /**
             * Format: int32
             * @description From 1 (routine) to 5 (highest).
             */
            priority: number;
        };
        /** @description Shows a milestone to purchasers from a date on, or hides it. */
        SetPurchaserVisible: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** @description Which milestone. */
            milestone: components["schemas"]["Milestone"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description Whether purchasers see it. */
            visible: boolean;
        };
        /** @description Makes a combatant command responsible for a country from a date on: areas of responsibility move. */
        SetResponsibleCommand: {
            /** @description Which country. */
            country: components["schemas"]["CountryId"];
            /**
             * Format: date
             * @description The first day it holds.
             */
            from: string;
            /** @description The combatant command. */
            office: components["schemas"]["OfficeId"];
        };
        /** @description Decides that rows of a source are nobody of ours, such as people of other agencies on an embassy's list. */
        SetRowsAside: {
            /** @description The keys of the rows. */
            keys: components["schemas"]["Text"][];
            /** @description The source. */
            source: components["schemas"]["SourceId"];
        };
        /** @description Says by which day a service has answered every nomination request of a cycle. */
        SetServiceCalendar: {
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            /**
             * Format: date
             * @description The day.
             */
            done_by: string;
            /** @description Which service. */
            service: components["schemas"]["Service"];
        };
        /** @description Limits how many people a service can give in a cycle, from today on. */
        SetServiceLimit: {
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            /**
             * Format: int32
             * @description The most people; absent to lift the limit.
             */
            most?: number | null;
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description Which service. */
            service: components["schemas"]["Service"];
        };
        /** @description Records that an action of a review was done. */
        SettleReviewAction: {
            /**
             * Format: int32
             * @description Which of its actions, from 0.
             */
            action: number;
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /**
             * Format: date
             * @description The day it was done.
             */
            on: string;
            /**
             * Format: int32
             * @description Which of its reviews, from 0 in the order of recording.
             */
            review: number;
        };
        /** @description An opening before the asker, with every rule. */
        ShotPage: components["schemas"]["ShotRow"] & {
            /** @description Every rule and what it compared of the asker's own facts. */
            rules: components["schemas"]["RuleWhy"][];
            /** @description Openings most like it, those the asker is eligible for first. */
            similar: components["schemas"]["ShotRow"][];
        };
        /** @description An opening before the asker. */
        ShotRow: {
            /**
             * Format: int32
             * @description Months of an accompanied tour; none where no dependents may come.
             */
            accompanied_months?: number | null;
            /** @description The functional area. */
            area: components["schemas"]["FunctionalArea"];
            /** @description The billet. */
            billet: components["schemas"]["BilletName"];
            /** @description What that means for the asker, in words; names nobody. */
            chance: string;
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            country?: components["schemas"]["CountryName"] | null;
            /** @description Whether every rule lets the asker take it. */
            eligible: boolean;
            /** @description How many people of the cycle are eligible for it, the asker among them where eligible. */
            eligible_people: number;
            /** @description Whether it is on the asker's shortlist. */
            favourite: boolean;
            /** @description The grade. */
            grade: components["schemas"]["Grade"];
            /** @description Languages it needs, in words. */
            languages: string[];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The first day it is open.
             */
            open_from: string;
            /** @description The place of duty. */
            post: components["schemas"]["PostName"];
            /** @description The place on the asker's own ballot, from 1. */
            rank?: number | null;
            /**
             * Format: int32
             * @description Rules that speak against.
             */
            rules_failed: number;
            /**
             * Format: int32
             * @description Months of an unaccompanied tour.
             */
            unaccompanied_months: number;
        };
        /** @description A value without the change, with it, and their difference. */
        Sided: {
            /** @description With less without, set by set on the same chance: exactly 0 where nobody is concerned. */
            difference: components["schemas"]["Ranged"];
            /** @description With. */
            with: components["schemas"]["Ranged"];
            /** @description Without. */
            without: components["schemas"]["Ranged"];
        };
        /** @description Who signs in. */
        SignIn: {
            /** @description Password. */
            password: string;
            /** @description Sign-in name. */
            sign_in: string;
        };
        /** @description A simulation: what was asked, how far it is, what it found. */
        Simulation: {
            /** @description What was asked. */
            ask: components["schemas"]["SimulationAsk"];
            /**
             * Format: date
             * @description The day it is of.
             */
            day: string;
            /**
             * Format: int32
             * @description Replications done.
             */
            done: number;
            effect?: components["schemas"]["StaffingEffect"] | null;
            /** @description Which. */
            id: components["schemas"]["SimulationId"];
            /**
             * Format: int32
             * @description Replications planned.
             */
            planned: number;
            /** @description The position of the facts it rests on. */
            position: components["schemas"]["Position"];
            /** @description Why there is no answer. */
            problem?: string | null;
            /**
             * Format: double
             * @description Seconds it took, once it is over.
             */
            seconds?: number | null;
            /** @description Where it stands. */
            state: components["schemas"]["SimulationState"];
            /** @description Whether the histories are synthetic: the answer then proves nothing of the real world. */
            synthetic: boolean;
            /** @description What one more person is worth, once it is over. */
            worth?: components["schemas"]["PoolWorth"][] | null;
        };
        /** @description What to simulate. */
        SimulationAsk: {
            /** @description Requests more or fewer; at most 20. */
            arrivals?: components["schemas"]["MoreArrivals"][];
            /**
             * Format: int32
             * @description Months simulated.
             * @default 24
             */
            months: number;
            /** @description What to find out. */
            of?: components["schemas"]["SimulationOf"];
            /** @description People more or fewer in pools; at most 20. */
            people?: components["schemas"]["MorePeople"][];
            /**
             * Format: int32
             * @description Replications of each set.
             * @default 6
             */
            replications: number;
            scenario?: components["schemas"]["ScenarioId"] | null;
            /**
             * Format: int32
             * @description Where all chance comes from.
             * @default 1
             */
            seed: number;
            /**
             * Format: int32
             * @description Sets of coefficients.
             * @default 8
             */
            sets: number;
            slate?: components["schemas"]["SlateId"] | null;
        };
        /**
         * Format: int32
         * @description A simulation, as long as this server keeps it.
         */
        SimulationId: number;
        /**
         * @description What to find out.
         * @enum {string}
         */
        SimulationOf: "effect" | "worth";
        /** @description What a simulation is made of. */
        SimulationParts: {
            /**
             * Format: double
             * @description Requests a day that arrive.
             */
            arrivals: number;
            /** @description The coefficients that tie staffing to time, with their ranges. */
            coefficients: components["schemas"]["StaffingCoefficient"][];
            /** @description The commands by whose countries cases are counted. */
            commands: string[];
            /** @description Cases whose complete way to the offer the times rest on. */
            histories: number;
            /** @description The pools of people that staffing changes, by name. */
            pools: string[];
            /** @description Cases before their offer today. */
            standing: number;
            /** @description Whether some of the histories are synthetic: the answers then prove nothing of the real world. */
            synthetic: boolean;
        };
        /**
         * @description Where a simulation stands.
         * @enum {string}
         */
        SimulationState: "running" | "finished" | "cancelled" | "failed";
        /** @description By how much two slates differ. */
        SlateDifference: {
            /** @description People whose assignment differs. */
            moved: number;
            /**
             * Format: int64
             * @description Points of the whole slate, later less earlier; none where the earlier was made by other levers.
             */
            points: number;
        };
        /** @description The id of a slate */
        SlateId: string;
        /** @description How a slate uses one limit over several lines. */
        SlateLimit: {
            /** @description What may be used. */
            allowed: string;
            /** @description Whether another line may be one too many. */
            binds: boolean;
            /**
             * Format: double
             * @description Points by which the bound would fall, at the margin, for one more of it: a person, a seat, a dollar.
             */
            price: number;
            /** @description What is limited, in a few words. */
            title: string;
            /** @description What is used, as it is counted: members, people, seats, US dollars. */
            used: string;
            /** @description The same in words. */
            worth: string;
        };
        /** @description How a proposed slate uses the limits over several lines. */
        SlateLimits: {
            /** @description Every limit that could bind, the fullest first; without prices. */
            limits: components["schemas"]["SlateLimit"][];
            /** @description Whether the asker sees every line of the slate. Sums over lines are for nobody else. */
            whole: boolean;
        };
        /** @description One proposed assignment. */
        SlateLine: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /** @description Into which billet. */
            billet: components["schemas"]["BilletId"];
            /**
             * Format: int64
             * @description Points: the sum of the parts.
             */
            cost: number;
            /** @description The parts of the cost. */
            parts: components["schemas"]["CostPart"][];
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            /**
             * Format: int64
             * @description What one more such billet would be worth: its dual price, in points.
             */
            price: number;
            /**
             * Format: date
             * @description The report date.
             */
            report: string;
            /**
             * Format: date
             * @description The projected rotation date.
             */
            rotation: string;
            runner_up?: components["schemas"]["RunnerUp"] | null;
        };
        /** @description How a slate was chosen. */
        SlateMethod: "least_cost" | {
            /** @description It is stable for the rankings of members and offices, and of all such the best for every member. */
            member_optimal: {
                /**
                 * Format: int64
                 * @description Seed of the lottery that breaks ties.
                 */
                seed: number;
            };
        } | {
            /** @description It is stable, and of all such slates the best for every office. */
            office_optimal: {
                /**
                 * Format: int64
                 * @description Seed of the lottery that breaks ties.
                 */
                seed: number;
            };
        } | {
            /** @description Between the two: of the slates with at most so many blocking pairs, the least costly that was found. */
            few_blocking: {
                /**
                 * Format: int64
                 * @description The most members and offices that would both rather have each other.
                 */
                most: number;
                /**
                 * Format: int64
                 * @description Seed of the lottery that breaks ties.
                 */
                seed: number;
            };
        } | {
            /** @description Between the two: of the slates that cost so little, the one found with the fewest blocking pairs. */
            near_least_cost: {
                /**
                 * Format: int64
                 * @description Points by which it may cost more than the least costly slate of whom and what was offered.
                 */
                points: number;
                /**
                 * Format: int64
                 * @description Seed of the lottery that breaks ties.
                 */
                seed: number;
            };
        };
        /** @description What a slate comes to. */
        SlateOutcome: {
            /** @description By command or agency. */
            commands: components["schemas"]["CommandFill"][];
            /** @description By the country whose priority counts; openings without one are left out. */
            countries: components["schemas"]["CountryFill"][];
            /** @description Assignments that differ from the slate that is kept to; none where none is. */
            disrupted?: number | null;
            /** @description By what pays for the billet. */
            funds: components["schemas"]["FundingFill"][];
            /** @description Lines. */
            lines: number;
            /** @description Lines that are locked. */
            locked: number;
            /** @description People to move. */
            movers: number;
            /**
             * Format: int64
             * @description Its whole cost in points: the sum of `parts`.
             */
            objective: number;
            /** @description Billets to fill. */
            openings: number;
            /** @description Points by lever, over lines, unfilled openings and unmatched movers; what costs nothing is left out. */
            parts: components["schemas"]["CostPart"][];
            /** @description By the movers' service. */
            services: components["schemas"]["ServiceShare"][];
            /** @description Openings left unfilled. */
            unfilled: number;
            /** @description How many of them got a billet that they did not rank. */
            unlisted: number;
            /** @description Movers left without an assignment. */
            unmatched: number;
            /** @description Movers who ranked billets. */
            wished: number;
            /** @description How many of them got the billet of each rank, the first first. */
            wishes_met: number[];
        };
        /** @description A slate as a whole, as far as its lines are the asker's to see. */
        SlatePage: {
            /** @description How it was changed while it was coordinated, earliest first. */
            amendments: components["schemas"]["AmendmentRow"][];
            /** @description The position it was computed on. */
            base: components["schemas"]["Position"];
            /** @description How far each gaining command has decided. */
            by_command: components["schemas"]["CommandProgress"][];
            /** @description The position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description Whether its cycle was closed, so that its lines are decided on no more. */
            closed: boolean;
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description The cycle's name. */
            cycle_name: components["schemas"]["Text"];
            /** @description Its id. */
            id: components["schemas"]["SlateId"];
            /** @description The levers it was made with. */
            levers: [
                "overlap_days" | "section515_members" | "late_report_days" | "escalation_days" | "correction_days" | "request_office_days" | "request_review_days" | "request_coordination_days" | "request_mission_days" | "request_decision_days" | "sco_share" | "departure_days" | "departure_warning_days" | "diversion_days" | "temporary_duty_days" | "reserve_orders_days" | "guard_bilateral_days" | "contractor_days" | "training_team_days" | "language_score_months" | "grade_tolerance" | "report_window_days" | "minimum_tour_months" | "unknown_facts_pass" | "language_course_level" | "course_weeks_one" | "course_weeks_two" | "course_weeks_three" | "course_weeks_four" | "clearance_secret_months" | "clearance_top_secret_months" | "clearance_sci_months" | "certificate_weeks" | "retainability_months" | "time_on_station_months" | "joint_tour_months" | "foreign_limit_months" | "foreign_break_days" | "consecutive_hardship_rule" | "key_experience_months" | "commuting_km" | "state_rules" | "fair_share_months" | "domestic_limit_months" | "vacancy_cost" | "key_billet_cost" | "priority_cost" | "unassigned_cost" | "grade_cost" | "functional_area_cost" | "language_margin_cost" | "preference_cost" | "unlisted_cost" | "move_cost" | "gap_day_cost" | "hardship_repeat_cost" | "disruption_cost" | "training_week_cost" | "slate_gap" | "slate_rounds" | "language_seats" | "certificate_seats" | "move_dollars" | "move_distance_dollars" | "move_family_dollars" | "budget_fms_administrative" | "budget_fmf_administrative" | "budget_case_funded" | "budget_operations_maintenance" | "budget_title10_program" | "budget_military_pay" | "budget_host_nation" | "most_ranked" | "lottery_seed" | "ballot_reminder_days" | "responsive_share" | "newcomer_proficiency" | "newcomer_months" | "later_fill_months" | "coefficient_spread" | "minimum_team" | "available_hours" | "open_case_minutes" | "development_case_minutes" | "pre_lor_minutes" | "notification_minutes" | "training_line_minutes" | "engagement_minutes" | "end_use_item_minutes" | "visit_minutes" | "concurrence_days" | "concurrence_silence" | "endorsement_days" | "amendment_days" | "publication_days" | "published_days" | "portal_quiet_days" | "screening_lead_days" | "medical_lead_days" | "security_lead_days" | "passport_lead_days" | "visa_lead_days" | "country_clearance_lead_days" | "certificate_lead_days" | "fact_lead_days" | "household_goods_lead_days" | "language_weeks_i" | "language_weeks_i_i" | "language_weeks_i_i_i" | "language_weeks_i_v" | "housing_lead_days" | "nomination_days" | "acceptance_days" | "vetting_days" | "board_selection_days" | "proposal_days" | "consent_days" | "resolution_days" | "order_days" | "announcement_days" | "certificate_days" | "interview_days" | "recruit_selection_days" | "tentative_offer_days" | "security_medical_days" | "firm_offer_days" | "entry_on_duty_days" | "outlook_retention" | "outlook_accessions" | "outlook_placed" | "outlook_renewal" | "outlook_language_seats" | "outlook_certificate_seats" | "outlook_spread" | "stuck_share" | "stuck_least" | "hold_decision_days" | "assignment_days" | "watch_days" | "distribution_load" | "distribution_expertise" | "distribution_country" | "distribution_continuity",
                number
            ][];
            /** @description Lines in scope. */
            lines: number;
            /** @description How it was chosen. */
            method: components["schemas"]["SlateMethod"];
            /**
             * Format: int64
             * @description Its whole cost in points.
             */
            objective: number;
            /**
             * Format: date
             * @description The day it was proposed.
             */
            proposed: string;
            /** @description What each service gives, beside what it can give; for those who see the whole slate. */
            services: components["schemas"]["ServiceFill"][];
            /** @description Openings in scope left unfilled. */
            unfilled: number;
            /** @description Movers in scope left unmatched. */
            unmatched: number;
            /** @description Endorsed lines still to be published, as far as seen. */
            unpublished: number;
            /**
             * Format: date
             * @description The day it was withdrawn.
             */
            withdrawn?: string | null;
        };
        /** @description How far a slate is coordinated, as far as its lines are the asker's to see. */
        SlateSummary: {
            /** @description Lines concurred with and not yet endorsed. */
            concurred: number;
            /** @description Lines endorsed. */
            endorsed: number;
            /** @description Its id. */
            id: components["schemas"]["SlateId"];
            /** @description Lines. */
            lines: number;
            /** @description Lines not concurred with. */
            nonconcurred: number;
            /** @description Lines the gaining command has not decided on. */
            proposed: number;
        };
        /**
         * @description Why a delivery slipped.
         * @enum {string}
         */
        SlipReason: "contract" | "production" | "priority" | "release" | "transport" | "purchaser" | "funding" | "other";
        /** @description The id of a source */
        SourceId: string;
        /**
         * @description What kind of system of record it is.
         * @enum {string}
         */
        SourceKind: "manning_document" | "service_roster" | "civilian_roster" | "staffing_list" | "certification_extract";
        /** @description A source with its definition and its loads. */
        SourcePage: components["schemas"]["SourceRow"] & {
            /** @description The groups of fields on which it is believed before the owner of a row today. */
            believed: components["schemas"]["FieldGroup"][];
            /** @description How it is kept and read, as the command `define_source` takes it. */
            definition: components["schemas"]["DefineSource"];
            /** @description Its loads, the latest first. */
            loads: components["schemas"]["Load"][];
        };
        /** @description A source in the list. */
        SourceRow: {
            /**
             * Format: date
             * @description The day its last file speaks of.
             */
            as_of?: string | null;
            /**
             * Format: int32
             * @description Days between two of its files.
             */
            cadence_days: number;
            /** @description The journal position that last changed it. */
            changed: components["schemas"]["Position"];
            /**
             * Format: date
             * @description The day after which its next file is late.
             */
            due?: string | null;
            /** @description Its id. */
            id: components["schemas"]["SourceId"];
            /** @description What kind it is. */
            kind: components["schemas"]["SourceKind"];
            /**
             * Format: int32
             * @description People and billets it should name and does not.
             */
            lacking: number;
            /**
             * Format: int32
             * @description Rows whose person is known.
             */
            matched: number;
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Contradictions that wait for a decision.
             */
            open: number;
            /** @description Who owns it. */
            owner: string;
            /**
             * Format: int32
             * @description Rows that its last file had.
             */
            rows: number;
            /**
             * Format: int32
             * @description Contradictions that are with its owner.
             */
            sent_back: number;
            /**
             * Format: int32
             * @description Rows decided to be nobody of ours.
             */
            set_aside: number;
            /** @description Whether it is late, or was never loaded. */
            stale: boolean;
            /**
             * Format: int32
             * @description Rows that name somebody who is not known.
             */
            unmatched: number;
        };
        /** @description Days in a row. */
        Span: {
            /**
             * Format: int32
             * @description How many days.
             */
            days: number;
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: date
             * @description The day after the last.
             */
            until: string;
        };
        /** @description A coefficient with its range. */
        StaffingCoefficient: {
            /**
             * Format: double
             * @description The most that is supposed.
             */
            high: number;
            lever?: components["schemas"]["Lever"] | null;
            /**
             * Format: double
             * @description The least that is supposed.
             */
            low: number;
            /** @description What it means. */
            meaning: string;
            /** @description Where it comes from. */
            source: string;
            /** @description Its unit. */
            unit: string;
            /**
             * Format: double
             * @description Its value.
             */
            value: number;
        };
        /** @description What a change does. */
        StaffingEffect: {
            /** @description The coefficients with their ranges. */
            coefficients: components["schemas"]["StaffingCoefficient"][];
            /** @description All together, then by command. */
            commands: components["schemas"]["CommandEffect"][];
            /**
             * Format: int64
             * @description Events simulated.
             */
            events: number;
            /** @description How well the network keeps to the histories. */
            fit: components["schemas"]["NetworkFit"][];
            /**
             * Format: int32
             * @description Days after today that the counted days begin with.
             */
            from_day: number;
            /** @description Cases whose complete way to the offer the network rests on. */
            histories: number;
            /** @description Whose days they are. */
            holders: components["schemas"]["HolderShare"][];
            /** @description By pool. */
            pools: components["schemas"]["PoolEffect"][];
            /**
             * Format: int32
             * @description Replications of each.
             */
            replications: number;
            /** @description Sets of coefficients simulated. */
            sets: number;
            /**
             * Format: int32
             * @description Days after today that they end with.
             */
            until_day: number;
        };
        /** @description A stage of a fill. */
        Stage: {
            /**
             * Format: int32
             * @description Days it took, or has taken so far.
             */
            days?: number | null;
            /**
             * Format: date
             * @description The day it ended.
             */
            done?: string | null;
            /** @description How far it has come. */
            state: components["schemas"]["StageState"];
            /** @description Its name. */
            title: string;
            /** @description Whose turns are open in it. */
            turns: components["schemas"]["AskedRow"][];
        };
        /**
         * @description How far a stage has come.
         * @enum {string}
         */
        StageState: "done" | "current" | "ahead";
        /** @description Who did something, and when. */
        StampName: {
            by?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
        };
        /**
         * @description Where a contradiction stands, without its particulars.
         * @enum {string}
         */
        StandingKind: "open" | "deferred" | "sent_back" | "resolved" | "settled";
        /** @description A status and its days. */
        StatusSpan: {
            /** @description The days. */
            period: components["schemas"]["Period"];
            /** @description The status. */
            status: components["schemas"]["PostStatus"];
        };
        /** @description A recruitment step with its name. */
        StepName: {
            /** @description Which step. */
            step: components["schemas"]["RecruitmentStep"];
            /** @description Its name. */
            title: string;
        };
        /** @description A step taken on a contradiction. */
        StepRow: {
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            reason?: components["schemas"]["Text"] | null;
            /** @description What was done. */
            standing: components["schemas"]["StandingKind"];
        };
        /** @description The strengths of an office on a day, in people and billets. */
        Strengths: {
            /**
             * Format: int32
             * @description Billets authorised.
             */
            authorised: number;
            /**
             * Format: int32
             * @description Of these, billets funded.
             */
            funded: number;
            indicated?: components["schemas"]["Demand"] | null;
            /** @description The office. */
            office: components["schemas"]["OfficeId"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description Every review, the latest first. */
            reviews: components["schemas"]["ManpowerReview"][];
            /** @description The authorised billets that are not. */
            unfunded: components["schemas"]["Unfunded"][];
            /**
             * Format: int32
             * @description What the review in force validates.
             */
            validated?: number | null;
        };
        /**
         * @description What is wrong with a case.
         * @enum {string}
         */
        StuckKind: "silent" | "hold_overdue" | "hold_undecided" | "unassigned";
        /** @description Stuck cases by reason and step. */
        StuckStep: {
            /** @description How many cases. */
            cases: number;
            /** @description What is wrong. */
            kind: components["schemas"]["StuckKind"];
            /**
             * Format: int32
             * @description Days that half of them have been stuck beyond what is plausible or allowed.
             */
            median_beyond: number;
            milestone?: components["schemas"]["Milestone"] | null;
            /**
             * Format: int32
             * @description Days that the worst of them has.
             */
            most_beyond: number;
        };
        /** @description Submits a request to headquarters. */
        SubmitBilletRequest: {
            /** @description Which request. */
            request: components["schemas"]["ChangeRequestId"];
        };
        /** @description Submits a member's ranked billets; a later list replaces an earlier one, an empty one withdraws it. */
        SubmitPreferences: {
            /** @description Billets, best first; at most as many as the lever `most_ranked` says. Kept sealed under the person's key. */
            billets: components["schemas"]["BilletId"][];
            /** @description In which cycle. */
            cycle: components["schemas"]["CycleId"];
            /** @description Whose. */
            person: components["schemas"]["PersonId"];
        };
        /** @description One share of what a billet supports. */
        Support: {
            /**
             * Format: int32
             * @description Share of the billet's work, per mille; all shares together are at most 1,000.
             */
            share_per_mille: number;
            /** @description What is supported. */
            supported: components["schemas"]["Supported"];
        };
        /** @description A share of what a billet supports. */
        SupportRow: {
            /** @description Country or program. */
            name: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Share per mille.
             */
            share_per_mille: number;
        };
        /** @description What a billet supports: place of duty is not partner supported. */
        Supported: {
            /** @description A partner country. */
            country: components["schemas"]["CountryId"];
        } | {
            /** @description A program that is not one country's, such as `section 333`. */
            program: components["schemas"]["Text"];
        };
        /**
         * @description When a kind of augmentation needs tactical control (TACON) over the office to be recorded on its days.
         * @enum {string}
         */
        Tacon: "never" | "teams" | "always";
        /** @description A command that was taken. */
        Taken: {
            /** @description Ids of the rows it made, such as `T17`. */
            created: string[];
            /** @description The journal position of its last record. */
            position: components["schemas"]["Position"];
            /** @description Whether this is the answer to an earlier request with the same idempotency key. */
            repeated: boolean;
        };
        /** @description A billet that a scenario leaves out or takes in. */
        TakenBillet: {
            /** @description Whether the billet is taken in rather than left out. */
            added: boolean;
            /** @description Which billet. */
            billet: components["schemas"]["BilletName"];
        };
        /** @description Somebody whom a scenario leaves out or takes in. */
        TakenPerson: {
            /** @description Whether the person is taken in rather than left out. */
            added: boolean;
            person?: components["schemas"]["PersonName"] | null;
        };
        Text: string;
        /** @description One billet over the days asked. */
        TimelineBillet: {
            /** @description Approved gaps that touch these days. */
            approved_gaps: components["schemas"]["Period"][];
            /** @description From when until when it is authorised. */
            authorised: components["schemas"]["Period"];
            /** @description Gaps between incumbents in these days. */
            gaps: components["schemas"]["Span"][];
            /** @description Grade authorised, of the same terms. */
            grade: components["schemas"]["Grade"];
            /** @description Which. */
            id: components["schemas"]["BilletId"];
            /** @description Whether it is a key billet, of the same terms. */
            key: boolean;
            /** @description Position number. */
            number: components["schemas"]["Text"];
            /** @description Overlaps of primary incumbents in these days. */
            overlaps: components["schemas"]["Span"][];
            /** @description Which services may fill it, of the same terms. */
            service_coding: components["schemas"]["ServiceCoding"];
            /** @description Title, of the latest terms in these days. */
            title: components["schemas"]["Text"];
            /** @description Tours that touch these days, cancelled ones left out, by first day. */
            tours: components["schemas"]["TimelineTour"][];
        };
        /** @description One tour on the timeline. */
        TimelineTour: {
            /** @description Whether dependents come along. */
            accompanied: boolean;
            /**
             * Format: date
             * @description The first day in the billet, recorded or planned.
             */
            from: string;
            /** @description Which. */
            id: components["schemas"]["TourId"];
            /** @description Whether the person counts here. */
            incumbency: components["schemas"]["Incumbency"];
            person?: components["schemas"]["PersonBrief"] | null;
            /**
             * Format: date
             * @description The report date planned.
             */
            report: string;
            /**
             * Format: date
             * @description The projected rotation date.
             */
            rotation: string;
            /** @description Where it stands. */
            status: components["schemas"]["TourStatus"];
            /**
             * Format: date
             * @description The first day not in it, recorded or planned.
             */
            until: string;
        };
        /** @description Several commands as one: each is decided on what the earlier ones leave; one refusal refuses all. */
        Together: {
            /** @description The commands in order. */
            commands: components["schemas"]["Command"][];
        };
        /** @description The id of a tour */
        TourId: string;
        /** @description Tour lengths of a billet, in months. */
        TourLength: {
            /**
             * Format: int32
             * @description With dependents.
             */
            accompanied_months: number;
            /**
             * Format: int32
             * @description Without.
             */
            unaccompanied_months: number;
        };
        /** @description The tour that acceptance planned. */
        TourRow: {
            /** @description The position that last changed it. */
            changed: components["schemas"]["Position"];
            /** @description Its id. */
            id: components["schemas"]["TourId"];
            /**
             * Format: date
             * @description The report date.
             */
            report: string;
            /**
             * Format: date
             * @description The projected rotation date.
             */
            rotation: string;
            /** @description Where it stands. */
            status: components["schemas"]["TourStatus"];
        };
        /**
         * @description Where a tour stands, derived from its dates.
         * @enum {string}
         */
        TourStatus: "planned" | "ordered" | "arrived" | "departed" | "cancelled";
        /** @description Where a person's next assignment stands. */
        Tracker: {
            arrival?: components["schemas"]["ArrivalPlan"] | null;
            billet?: components["schemas"]["BilletName"] | null;
            /** @description What comes next. */
            next?: string | null;
            office?: components["schemas"]["OfficeName"] | null;
            /**
             * Format: date
             * @description The report date.
             */
            report?: string | null;
            /** @description Where it stands, as sentences. */
            sentence: string;
            tour?: components["schemas"]["TourId"] | null;
            turn?: components["schemas"]["AskedTurn"] | null;
            why?: components["schemas"]["LineWhy"] | null;
        };
        /** @description What is asked for between the slate of least cost and the stable one. */
        Trade: {
            /**
             * Format: int64
             * @description The least costly slate with at most so many members and offices that would both rather have each other.
             */
            most_blocking: number;
        } | {
            /**
             * Format: int64
             * @description The most stable slate that costs at most so many points more than the least costly one of whom and what is offered.
             */
            above_least: number;
        };
        /** @description What stability costs in a cycle, from the least costly stable slate to the slate of least cost. */
        TradeCurve: {
            /** @description The position of the World it was computed on. */
            base: components["schemas"]["Position"];
            /** @description What its slates do not keep to, as a sentence. */
            beyond: string;
            /** @description Couples that bid together, which count here as two members each. */
            couples: number;
            /** @description The cycle. */
            cycle: components["schemas"]["CycleId"];
            /**
             * Format: int64
             * @description The least whole cost in points, of whom and what is offered.
             */
            least: number;
            /** @description What the orders were made of, as a sentence. */
            orders: string;
            /** @description Pairs that every rule allows. */
            pairs: number;
            /** @description Blocking pairs rise, costs fall. Never empty. */
            points: components["schemas"]["TradePoint"][];
        };
        /** @description A slate on the curve. */
        TradePoint: {
            /**
             * Format: int64
             * @description Points by which it costs more than the least.
             */
            above_least: number;
            /**
             * Format: int64
             * @description Members and offices that would both rather have each other.
             */
            blocking: number;
            /**
             * Format: int64
             * @description No slate of whom and what is offered with at most so many blocking pairs costs less than this above the least; where it
             *     equals `above_least`, nothing is cheaper.
             */
            bound_above_least: number;
            /** @description Couples that bid together and that it does not keep together. */
            couples_apart: number;
            /** @description Limits over several lines that it does not keep. */
            exceeded: components["schemas"]["SlateLimit"][];
            /** @description Lines. */
            lines: number;
        };
        /** @description Who holds the ball today, and for how long they have held it. */
        TurnName: {
            /**
             * Format: int32
             * @description Days since the turn began.
             */
            days_held: number;
            /**
             * Format: date
             * @description The suspense: the last day on which it was theirs who were given it.
             */
            due: string;
            /** @description Who, in words that name no person. */
            holder: string;
            /** @description Whether the suspense has passed, so that the ball went up the line. */
            late: boolean;
            /**
             * Format: date
             * @description The day the turn began.
             */
            since: string;
            /** @description Whether the asker may act on it. */
            yours: boolean;
        };
        /** @description The book. */
        TurnoverBook: {
            /** @description Who holds which authority over the office. */
            authorities: components["schemas"]["BookAuthority"][];
            /** @description The billets authorised today. */
            billets: components["schemas"]["BookBillet"][];
            /** @description Its code. */
            code: components["schemas"]["Text"];
            /** @description Who to call. */
            contacts: components["schemas"]["BookContact"][];
            country?: components["schemas"]["Text"] | null;
            differentials?: components["schemas"]["Differentials"] | null;
            /** @description The latest figures of the host country. */
            figures: components["schemas"]["BookFigure"][];
            /** @description Gaps of the next 24 months, soonest first. */
            gaps: components["schemas"]["BookGap"][];
            ledger?: components["schemas"]["Ledger"] | null;
            /** @description Open matters with whose turn they are. */
            matters: components["schemas"]["Matter"][];
            /** @description Its name. */
            name: components["schemas"]["Text"];
            /** @description The office. */
            office: components["schemas"]["OfficeId"];
            /**
             * Format: date
             * @description The day it was written.
             */
            on: string;
            /** @description The post. */
            post: components["schemas"]["Text"];
            /** @description The post's status. */
            post_status: components["schemas"]["PostStatus"];
            /** @description Indicated, validated, authorised and funded, with what stands behind each. */
            strengths: components["schemas"]["Strengths"];
            /** @description IANA time zone of the office's deadlines. */
            zone: components["schemas"]["Text"];
        };
        /** @description A billet without a requisition, with the one that could be opened. */
        UnaskedRow: {
            /** @description The billet. */
            billet: components["schemas"]["BilletName"];
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            /** @description Whether it is a key billet. */
            key: boolean;
            /** @description How it is filled. */
            mode: components["schemas"]["FillMode"];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: date
             * @description The first day on which nobody holds it.
             */
            open_from: string;
            /**
             * Format: int32
             * @description The priority to ask for: its country's, and at least 4 for a key billet.
             */
            priority: number;
            /**
             * Format: date
             * @description The report date to ask for: the day it falls open, and never earlier than a service can answer and order.
             */
            report: string;
            /** @description The services to ask. */
            services: components["schemas"]["Service"][];
        };
        /** @description Takes back the last step of a scenario. */
        UndoScenario: {
            /** @description Which scenario. */
            scenario: components["schemas"]["ScenarioId"];
        };
        /** @description An opening left unfilled. */
        UnfilledRow: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletName"];
            /** @description The command or agency above. */
            command: components["schemas"]["OfficeName"];
            /** @description Its office. */
            office: components["schemas"]["OfficeName"];
            why?: components["schemas"]["UnfilledWhy"] | null;
        };
        /** @description Why a billet stays unfilled. */
        UnfilledWhy: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletId"];
            /**
             * Format: int64
             * @description Points that leaving it unfilled costs.
             */
            cost: number;
            /** @description How many movers are eligible. */
            eligible: number;
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more with the billet filled, where somebody is eligible and the
             *     computed slate is at hand.
             */
            filled_costs_more?: number | null;
            /** @description Movers who fail one rule only, by rule, most first. */
            near_misses: components["schemas"]["NearMiss"][];
            /**
             * Format: date
             * @description The first day nobody holds it.
             */
            open_from: string;
            /** @description The parts of that cost. */
            parts: components["schemas"]["PartWhy"][];
            room?: components["schemas"]["Room"] | null;
            /** @description In plain words; names nobody. */
            sentence: string;
        };
        /** @description An authorised billet without money. */
        Unfunded: {
            /** @description Which billet. */
            billet: components["schemas"]["BilletBrief"];
            /** @description The budget document that says so. */
            document: components["schemas"]["Text"];
            /**
             * Format: date
             * @description Since when.
             */
            since: string;
        };
        /** @description Takes back who a row is, or that it is nobody of ours: it is open again. */
        UnlinkRow: {
            /** @description The key of the row. */
            key: components["schemas"]["Text"];
            /** @description The source. */
            source: components["schemas"]["SourceId"];
        };
        /** @description A mover left unmatched. */
        UnmatchedRow: {
            person?: components["schemas"]["PersonName"] | null;
            why?: components["schemas"]["UnmatchedWhy"] | null;
        };
        /** @description Why a person stays without an assignment. */
        UnmatchedWhy: {
            /**
             * Format: int64
             * @description Points by which the whole slate would cost more with the person assigned, where they are eligible and the
             *     computed slate is at hand.
             */
            assigned_costs_more?: number | null;
            /**
             * Format: int64
             * @description Points that leaving them unassigned costs.
             */
            cost: number;
            /** @description How many openings they are eligible for. */
            eligible: number;
            /**
             * Format: date
             * @description The first day they are free.
             */
            free: string;
            /** @description Openings that fail one rule only, by rule, most first. */
            near_misses: components["schemas"]["NearMiss"][];
            /** @description Who. */
            person: components["schemas"]["PersonId"];
            room?: components["schemas"]["Room"] | null;
            /** @description In plain words; names nobody. */
            sentence: string;
            /**
             * Format: int64
             * @description Points by which the whole slate would cost less if they and the other half of their couple bid each alone, where
             *     the two were placed together.
             */
            together_costs?: number | null;
        };
        /** @description Takes what a system of record says anew of cases: those not held are opened, of those held what is said changes. */
        UpdateCases: {
            /** @description What is said, case by case. */
            cases: components["schemas"]["CaseNews"][];
            /** @description The system of record. */
            source: components["schemas"]["Text"];
        };
        /** @description Changes what is known of a person; the grade from a date on. */
        UpdatePerson: {
            /** @description What is known now, whole. */
            facts: components["schemas"]["PersonFacts"];
            /**
             * Format: date
             * @description From which day a changed grade holds.
             */
            from: string;
            /** @description Who. */
            person: components["schemas"]["PersonId"];
        };
        /** @description Records a manpower review: the strength it validates for an office from a date on. */
        ValidateStrength: {
            /**
             * Format: date
             * @description The first day the review holds for.
             */
            from: string;
            /** @description Which office. */
            office: components["schemas"]["OfficeId"];
            /** @description What it validates. */
            validation: components["schemas"]["Validation"];
        };
        /** @description A manpower review's result. */
        Validation: {
            /** @description The review's document. */
            document: components["schemas"]["Text"];
            evidence?: components["schemas"]["Text"] | null;
            /**
             * Format: date
             * @description The day the review was held; unknown of reviews recorded before it was asked for.
             */
            reviewed?: string | null;
            /**
             * Format: int32
             * @description People validated as required.
             */
            strength: number;
        };
        /** @description Finds a nominee favourable or not. */
        VetNominee: {
            /** @description Whether the nominee is found favourable. */
            favourable: boolean;
            /** @description Whom. */
            nominee: components["schemas"]["PersonId"];
            reason?: components["schemas"]["Text"] | null;
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
            /** @description For whom the vetting is done. */
            vetter: components["schemas"]["Vetter"];
        };
        /**
         * @description Who vets the nominees of a board (facts §3: DIA, DSCA and the command).
         * @enum {string}
         */
        Vetter: "dia" | "dsca" | "command";
        /** @description A vetter's finding. */
        VettingRow: {
            /** @description Whether the nominee is found favourable. */
            favourable: boolean;
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description Why, where it is the asker's to read. */
            reason?: string | null;
            /** @description For whom. */
            vetter: components["schemas"]["Vetter"];
        };
        /**
         * @description The eligibility rules that an authority may waive.
         * @enum {string}
         */
        WaivableRule: "grade" | "specialty" | "language" | "certificate" | "availability" | "separation" | "retainability" | "time-on-station" | "joint-credit" | "overseas-control" | "foreign-limit" | "return-rights" | "consecutive-hardship" | "family-clearance" | "couples" | "key-experience" | "post-status" | "fair-share" | "six-eight";
        /** @description What is decided. */
        WaiverAnswer: {
            /** @description It covers these report dates. */
            approve: components["schemas"]["Period"];
        } | "deny";
        /** @description How much of a rule is waived. */
        WaiverExtent: "full" | {
            /**
             * Format: int32
             * @description So much short of what the rule asks, in the rule's unit.
             */
            partial: number;
        };
        /** @description The id of a waiver */
        WaiverId: string;
        /** @description A waiver in a list. */
        WaiverRow: {
            /** @description In which billet. */
            billet: components["schemas"]["BilletName"];
            /** @description The journal position that last changed it. */
            changed: components["schemas"]["Position"];
            covers?: components["schemas"]["Period"] | null;
            /**
             * Format: date
             * @description The day it was decided.
             */
            decided?: string | null;
            /** @description How much of it. */
            extent: components["schemas"]["WaiverExtent"];
            /** @description Its id. */
            id: components["schemas"]["WaiverId"];
            /** @description Why it was asked for; for those who see the person. */
            justification?: string | null;
            /** @description The billet's office. */
            office: components["schemas"]["OfficeName"];
            person?: components["schemas"]["PersonName"] | null;
            /** @description Why it was decided so; for those who see the person. */
            reason?: string | null;
            /**
             * Format: date
             * @description The day it was asked for.
             */
            requested: string;
            /** @description Which rule. */
            rule: components["schemas"]["WaivableRule"];
            /** @description Where it stands today. */
            status: components["schemas"]["WaiverStatus"];
            /** @description What a partial waiver is counted in. */
            unit?: string | null;
            /** @description Whether the asker asked for it themselves, and so does not decide on it. */
            yours: boolean;
        };
        /**
         * @description Where a waiver stands on a day.
         * @enum {string}
         */
        WaiverStatus: "requested" | "approved" | "denied" | "lapsed" | "withdrawn";
        /** @description Puts cases on the own watch list, or takes them off. */
        WatchCases: {
            /** @description Which cases. */
            cases: components["schemas"]["CaseId"][];
            /** @description Whether they are watched from now on, or no more. */
            watched: boolean;
        };
        /** @description Withdraws a request that is not decided. */
        WithdrawBilletRequest: {
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
            /** @description Which request. */
            request: components["schemas"]["ChangeRequestId"];
        };
        /** @description Withdraws a released forecast. */
        WithdrawForecast: {
            /** @description Of which case. */
            case: components["schemas"]["CaseId"];
            /** @description Why; names no person. */
            reason: components["schemas"]["Text"];
        };
        /** @description Takes a nomination or a proposal back. */
        WithdrawNomination: {
            /** @description Who is no longer nominated. */
            person: components["schemas"]["PersonId"];
            /** @description Why; kept sealed under the person's key. */
            reason: components["schemas"]["Text"];
            /** @description In which requisition. */
            requisition: components["schemas"]["RequisitionId"];
        };
        /** @description Withdraws a slate; requisitions that its endorsed lines raised go on. */
        WithdrawSlate: {
            /** @description Which slate. */
            slate: components["schemas"]["SlateId"];
        };
        /** @description Withdraws a waiver. */
        WithdrawWaiver: {
            /** @description Which. */
            waiver: components["schemas"]["WaiverId"];
        };
        /** @description A row of the workbench. */
        WorkRow: {
            before?: components["schemas"]["BilletName"] | null;
            billet?: components["schemas"]["BilletName"] | null;
            command?: components["schemas"]["OfficeName"] | null;
            /**
             * Format: int64
             * @description Points of the line, or of leaving the opening or the person out.
             */
            cost: number;
            /**
             * Format: date
             * @description The report date; of an unfilled opening the day it falls open, of a mover the first day free.
             */
            day: string;
            from?: components["schemas"]["BilletName"] | null;
            /** @description Whether the pair is locked. */
            locked: boolean;
            /** @description Whether the person's assignment, or the unfilled opening, differs from what the scenario is held against. */
            moved: boolean;
            office?: components["schemas"]["OfficeName"] | null;
            person?: components["schemas"]["PersonName"] | null;
            /**
             * Format: int64
             * @description Points the whole slate would cost more with the next best person.
             */
            runner_up_costs_more?: number | null;
            /** @description Whether the last step changed it. */
            stepped: boolean;
        };
        /** @description Why a row is as it is. */
        WorkWhy: {
            line?: components["schemas"]["LineWhy"] | null;
            /**
             * Format: int64
             * @description Points by which the lock makes the whole slate dearer, for a locked line.
             */
            lock_costs?: number | null;
            runner_up?: components["schemas"]["PersonName"] | null;
            unfilled?: components["schemas"]["UnfilledWhy"] | null;
            unmatched?: components["schemas"]["UnmatchedWhy"] | null;
        };
        /**
         * @description The people a rule holds for.
         * @enum {string}
         */
        Workforce: "all" | "military" | "civilian";
        /** @description What an office's work asked for and what it had, on the day a request was submitted. */
        WorkloadEvidence: {
            /**
             * Format: int32
             * @description Of the authorised, billets covered.
             */
            assigned: number;
            /**
             * Format: int32
             * @description Billets authorised.
             */
            authorised: number;
            /**
             * Format: int64
             * @description Hours a person is available in a year, by the lever.
             */
            available_hours_year: number;
            /** @description What the work comes from. */
            drivers: components["schemas"]["EvidenceDriver"][];
            /**
             * Format: int32
             * @description Of these, billets funded.
             */
            funded: number;
            /**
             * Format: int64
             * @description Days without an incumbent over all billets, in the year up to the day.
             */
            gap_days_year: number;
            /**
             * Format: int32
             * @description The strength the workload standard indicates, in people; none for an office that is no SCO.
             */
            indicated?: number | null;
            /**
             * Format: int32
             * @description The smallest team, in people, by the lever.
             */
            minimum_team: number;
            /**
             * Format: int64
             * @description Minutes of work a month, all drivers together.
             */
            minutes_month: number;
            /**
             * Format: date
             * @description The day it was worked out.
             */
            on: string;
            /** @description The journal position it was worked out at. */
            position: components["schemas"]["Position"];
            /**
             * Format: int32
             * @description Members allowed there.
             */
            section_515_limit?: number | null;
            /**
             * Format: int32
             * @description Covered billets that count under section 515 in the office's country; none outside SCOs.
             */
            section_515_members?: number | null;
            /**
             * Format: int32
             * @description The strength of the manpower review in force, in people.
             */
            validated?: number | null;
            validated_document?: components["schemas"]["Text"] | null;
        };
        /** @description Writes to the country program manager about a case. */
        WriteMessage: {
            /** @description Which case. */
            case: components["schemas"]["CaseId"];
            /** @description The words; name no person. */
            message: components["schemas"]["Text"];
        };
        /** @description One section. */
        WrittenSection: {
            edit?: components["schemas"]["SectionEdit"] | null;
            /** @description Which. */
            section: components["schemas"]["PacketSection"];
            /** @description Its heading. */
            title: string;
            /** @description What the system writes. */
            written: components["schemas"]["Block"][];
        };
        /** @description What changes in a fiscal year. */
        YearChange: {
            /**
             * Format: int32
             * @description Billets whose authorisation begins in it.
             */
            begin: number;
            /**
             * Format: int32
             * @description Billets whose authorisation ends in it.
             */
            end: number;
            /** @description The fiscal year. */
            fiscal_year: components["schemas"]["FiscalYear"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["About"];
                };
            };
        };
    };
    get_audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_proof_position: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The position */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_audit_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_augmentations: {
        parameters: {
            query?: {
                /** @description At this office. */
                office?: string;
                /** @description At offices of this command or agency. */
                command?: string;
                /** @description Of this kind. */
                kind?: "temporary_duty" | "reserve_orders" | "guard_bilateral" | "contractor" | "training_team";
                /** @description Where it stands today. */
                state?: "planned" | "running" | "ended" | "cancelled";
                /** @description Words in the document or the office's code. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AugmentationRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_augmentations_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AugmentationRules"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_authorities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorityDefinition"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_awaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ballots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ballots_cycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnBallot"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ballots_cycle_offices: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OfficeOpeningRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ballots_cycle_offices_billet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
                /** @description The billet */
                billet: components["schemas"]["BilletId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotCandidates"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ballots_cycle_openings: {
        parameters: {
            query?: {
                /** @description Only those the asker is eligible for. */
                eligible?: boolean;
                /** @description Only the asker's shortlist. */
                favourites?: boolean;
                /** @description In this command or agency, with all below it. */
                command?: string;
                /** @description In this country. */
                country?: string;
                /** @description In this functional area. */
                area?: "planning_oversight_execution" | "case_life_cycle" | "training_education" | "acquisition" | "sco_operations";
                /** @description Words in the billet's number, title, office, post or country. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ShotRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ballots_cycle_openings_billet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
                /** @description The billet */
                billet: components["schemas"]["BilletId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShotPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_billets: {
        parameters: {
            query?: {
                /** @description Of this command or agency, with all below it. */
                command?: string;
                /** @description Of this office. */
                office?: string;
                /** @description In offices of this country. */
                country?: string;
                /** @description That this service may fill. */
                service?: "army" | "air_force" | "navy" | "marine_corps" | "space_force" | "coast_guard" | "civilian" | "locally_employed";
                /** @description Of this grade. */
                grade?: string;
                /** @description Of this manning document, by its very name. */
                source?: string;
                /** @description Only those with money, or only those without. */
                funded?: boolean;
                /** @description Words in number, title, office or specialty. */
                q?: string;
                /** @description Only vacant ones, approved gaps left out. */
                vacant?: boolean;
                /** @description Only key ones, or only others. */
                key?: boolean;
                /** @description Paid from this source. */
                funding?: "fms_administrative" | "fmf_administrative" | "case_funded" | "operations_maintenance" | "title10_program" | "military_pay" | "host_nation";
                /** @description In this functional area. */
                functional_area?: "planning_oversight_execution" | "case_life_cycle" | "training_education" | "acquisition" | "sco_operations";
                /** @description As of this day; today unless given. */
                on?: string;
                /** @description The order. */
                sort?: "id" | "number" | "title" | "office" | "grade";
                /** @description Largest first. */
                descending?: boolean;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BilletRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_billets_billet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The billet */
                billet: components["schemas"]["BilletId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilletPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases: {
        parameters: {
            query?: {
                /** @description Which part of the queue; everything that is not over unless asked otherwise. */
                part?: "open" | "development" | "execution" | "closure" | "held" | "holds" | "late" | "unassigned" | "stuck" | "watched" | "departing" | "overdue" | "delivery_late" | "discrepancy" | "review_late" | "reconcile" | "backlog" | "closable" | "forced" | "over";
                /** @description Where they stand. */
                phase?: "lor_processing" | "data_development" | "writing" | "review" | "state_review" | "offered" | "accepted" | "executing" | "supply_complete" | "interim_closed" | "closed" | "cancelled";
                /** @description Who works them. */
                holder?: "sco" | "agency" | "case_writers" | "program_managers" | "state" | "congress" | "industry" | "purchaser";
                /** @description The milestone they stand at. */
                milestone?: "initiated" | "development_status" | "case_assigned" | "case_returned" | "stage_one_sent" | "stage_one_accepted" | "agency_approved" | "writer_assigned" | "writing_started" | "writer_returned" | "writing_status" | "writing_complete" | "review_status" | "program_wait" | "program_reviewed" | "agency_signed" | "writer_approved" | "proposed_status" | "state_listed" | "state_approved" | "countersigned" | "offered" | "accepted" | "deposited" | "implemented" | "supply_complete" | "interim_closed" | "closed" | "development_reactivated" | "agency_reactivated" | "cancelled";
                /** @description Of this country. */
                country?: string;
                /** @description Of this purchaser code: several codes of one country are separate customers. */
                purchaser?: string;
                /** @description Worked by this office, or by one of this command's or agency's. */
                office?: string;
                /** @description Managed by this person. */
                manager?: string;
                /** @description The asker's own. */
                mine?: boolean;
                /** @description Stuck for this reason. */
                stuck?: "silent" | "hold_overdue" | "hold_undecided" | "unassigned";
                /** @description Words of the identifier, the title or the country. */
                q?: string;
                /** @description In which order. */
                order?: "oldest" | "goal" | "value" | "number";
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_cases_delay-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelayReasonRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases_distribution: {
        parameters: {
            query: {
                /** @description Of this office. */
                office: string;
                /** @description All cases of this manager, who leaves; else those that nobody manages. */
                leaving?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDistribution"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases_flow: {
        parameters: {
            query?: {
                /** @description Of this country. */
                country?: string;
                /** @description Worked by this office. */
                office?: string;
                /** @description Of this kind. */
                kind?: "defined_order" | "blanket_order" | "supply_support" | "pseudo_loa";
                /** @description Of this group of time goals. */
                category?: "A" | "B" | "C" | "D";
                /** @description With a letter of request received on this day or later. */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFlow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases_flow_cases: {
        parameters: {
            query?: {
                /** @description Of this country. */
                country?: string;
                /** @description Worked by this office. */
                office?: string;
                /** @description Of this kind. */
                kind?: "defined_order" | "blanket_order" | "supply_support" | "pseudo_loa";
                /** @description Of this group of time goals. */
                category?: "A" | "B" | "C" | "D";
                /** @description With a letter of request received on this day or later. */
                since?: string;
                /** @description The codes of a way in order, parted by commas. */
                way?: string;
                /** @description The code of a step that another follows directly. */
                from?: string;
                /** @description The code that follows it directly. */
                to?: string;
                /** @description How cases depart. */
                departure?: "skipped" | "out_of_order" | "repeated" | "unknown";
                /** @description At which code they depart so. */
                activity?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases_milestones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneDefinition"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases_outlook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOutlooks"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_cases_purchaser-milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaserMilestone"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases_summary: {
        parameters: {
            query?: {
                /** @description Which part of the queue; everything that is not over unless asked otherwise. */
                part?: "open" | "development" | "execution" | "closure" | "held" | "holds" | "late" | "unassigned" | "stuck" | "watched" | "departing" | "overdue" | "delivery_late" | "discrepancy" | "review_late" | "reconcile" | "backlog" | "closable" | "forced" | "over";
                /** @description Where they stand. */
                phase?: "lor_processing" | "data_development" | "writing" | "review" | "state_review" | "offered" | "accepted" | "executing" | "supply_complete" | "interim_closed" | "closed" | "cancelled";
                /** @description Who works them. */
                holder?: "sco" | "agency" | "case_writers" | "program_managers" | "state" | "congress" | "industry" | "purchaser";
                /** @description The milestone they stand at. */
                milestone?: "initiated" | "development_status" | "case_assigned" | "case_returned" | "stage_one_sent" | "stage_one_accepted" | "agency_approved" | "writer_assigned" | "writing_started" | "writer_returned" | "writing_status" | "writing_complete" | "review_status" | "program_wait" | "program_reviewed" | "agency_signed" | "writer_approved" | "proposed_status" | "state_listed" | "state_approved" | "countersigned" | "offered" | "accepted" | "deposited" | "implemented" | "supply_complete" | "interim_closed" | "closed" | "development_reactivated" | "agency_reactivated" | "cancelled";
                /** @description Of this country. */
                country?: string;
                /** @description Of this purchaser code: several codes of one country are separate customers. */
                purchaser?: string;
                /** @description Worked by this office, or by one of this command's or agency's. */
                office?: string;
                /** @description Managed by this person. */
                manager?: string;
                /** @description The asker's own. */
                mine?: boolean;
                /** @description Stuck for this reason. */
                stuck?: "silent" | "hold_overdue" | "hold_undecided" | "unassigned";
                /** @description Words of the identifier, the title or the country. */
                q?: string;
                /** @description In which order. */
                order?: "oldest" | "goal" | "value" | "number";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSummary"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cases_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case */
                case: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_change-requests": {
        parameters: {
            query?: {
                /** @description That stand here. */
                status?: "drafted" | "review" | "returned" | "coordination" | "decision" | "approved" | "disapproved" | "withdrawn";
                /** @description That touch this office. */
                office?: string;
                /** @description Of offices of this command or agency. */
                command?: string;
                /** @description About a billet of this manning document. */
                source?: string;
                /** @description Only those with a turn of the asker's. */
                yours?: boolean;
                /** @description Only those with a turn whose suspense has passed. */
                late?: boolean;
                /** @description Only those that are not decided or withdrawn. */
                open?: boolean;
                /** @description Words in what is asked for, the office or the id. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RequestRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_change-requests_request": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request */
                request: components["schemas"]["ChangeRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_change-requests_request_packet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request */
                request: components["schemas"]["ChangeRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packet"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_change-requests_request_workbook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request */
                request: components["schemas"]["ChangeRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_changes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event `moved` with the new position whenever the World moves on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not signed in */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_accept_nominee: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptNominee"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_adopt_scenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptScenario"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_amend_billet_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendBilletRequest"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_amend_slate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendSlate"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_answer_billet_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBilletRequest"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_answer_purchaser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerPurchaser"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_approve_gap: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveGap"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_ask_again: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskAgain"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_assess_lor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessLor"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_assign_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignCases"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_augment_office: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AugmentOffice"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_authorise_billet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthoriseBillet"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_authorise_overlap: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthoriseOverlap"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_authorise_section_515: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthoriseSection515"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_branch_scenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchScenario"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_cancel_requisition: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequisition"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_cancel_tour: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelTour"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_change_billet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeBillet"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_change_scenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeScenario"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_close_cycle: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseCycle"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_correct_milestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMilestone"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_curtail_tour: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CurtailTour"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_decide_billet_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideBilletRequest"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_decide_discrepancy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideDiscrepancy"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_decide_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideHold"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_decide_lines: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideLines"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_decide_waiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideWaiver"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_declare_couple: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareCouple"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_declare_no_fill: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareNoFill"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_decline_by_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineByName"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_decline_nominee: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineNominee"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_defer_contradictions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeferContradictions"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_define_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineSource"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_disable_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableAccount"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_discard_scenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardScenario"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_divert_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DivertPerson"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_draft_billet_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBilletRequest"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_edit_packet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPacket"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_end_augmentation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAugmentation"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_end_billet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndBillet"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_end_departure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDeparture"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_end_diversion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDiversion"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_end_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndGrant"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_end_office: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndOffice"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_endorse_lines: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndorseLines"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_erase_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasePerson"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_extend_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendOffer"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_extend_suspense: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendSuspense"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_extend_tour: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendTour"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_file_discrepancy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileDiscrepancy"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_fund_billet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundBillet"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_give_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveConsent"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_grant_role: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRole"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_import_ranking: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRanking"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_keep_favourites: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepFavourites"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_lift_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftHold"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_link_rows: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRows"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_move_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDelivery"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_nominate_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NominatePerson"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_note_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteCase"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_note_delay: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDelay"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_open_board: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenBoard"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_open_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCase"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_open_cycle: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCycle"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_open_requisition: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenRequisition"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_order_departure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderDeparture"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_order_tour: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderTour"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_place_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceHold"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_plan_deliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanDeliveries"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_plan_tour: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanTour"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_propose_reassignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeReassignment"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_propose_slate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeSlate"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_publish_slate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSlate"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_rank_candidates: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RankCandidates"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_reconcile_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileCase"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_arrival: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordArrival"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_arrival_step: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordArrivalStep"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_authority: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAuthority"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_bill: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordBill"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_dataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDataset"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDelivery"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_departure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDeparture"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDocument"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_figures: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFigures"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_load: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordLoad"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_milestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordMilestone"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_notification: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordNotification"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPayment"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_published_notifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPublishedNotifications"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_recruitment_step: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordRecruitmentStep"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_record_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReview"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_refuse_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseConsent"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_register_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterAccount"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_register_country: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCountry"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_register_office: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterOffice"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_register_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPerson"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_register_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPost"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_register_row: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRow"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_release_forecast: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseForecast"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_report_billet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBillet"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_report_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportCases"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_report_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPerson"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_report_tour: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportTour"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_request_by_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestByName"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_request_waiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestWaiver"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_rescind_departure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescindDeparture"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_resolve_contradictions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveContradictions"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_review_billet_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBilletRequest"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_select_nominee: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectNominee"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_send_back: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBack"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_ballot: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBallot"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_case_lines: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLines"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_lever: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLever"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_payment_schedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPaymentSchedule"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPolicy"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_post_differentials: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPostDifferentials"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_post_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPostStatus"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_precedence: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPrecedence"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_priority: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPriority"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_purchaser_visible: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPurchaserVisible"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_responsible_command: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetResponsibleCommand"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_rows_aside: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRowsAside"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_service_calendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetServiceCalendar"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_set_service_limit: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetServiceLimit"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_settle_review_action: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleReviewAction"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_submit_billet_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitBilletRequest"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_submit_preferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitPreferences"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_together: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Together"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_undo_scenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoScenario"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_unlink_row: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlinkRow"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_update_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCases"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_update_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePerson"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_validate_strength: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateStrength"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_vet_nominee: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VetNominee"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_watch_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchCases"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_withdraw_billet_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawBilletRequest"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_withdraw_forecast: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawForecast"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_withdraw_nomination: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawNomination"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_withdraw_slate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawSlate"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_withdraw_waiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawWaiver"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_commands_write_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID: a retry with the same one gives the first answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the row as last read; a row changed since answers 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteMessage"];
            };
        };
        responses: {
            /** @description Taken and durable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            /** @description The journal cannot be written now; nothing was changed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused, with the reason and what would mend it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_countries: {
        parameters: {
            query?: {
                /** @description Words in name or ISO code. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CountryRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_countries_country: {
        parameters: {
            query?: {
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description ISO 3166 alpha-3 code, or the country's id */
                country: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_countries_country_sales: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ISO 3166 alpha-3 code, or the country's id */
                country: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountrySales"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_countries_country_section-515": {
        parameters: {
            query?: {
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The country */
                country: components["schemas"]["CountryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cycles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cycles_cycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CyclePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cycles_cycle_compute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Computed"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cycles_cycle_movers: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MoverRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cycles_cycle_openings: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OpeningRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cycles_cycle_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Propose"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cycles_cycle_scenarios: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cycles_cycle_stable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComputeStable"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComputedStable"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cycles_cycle_stable_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeStable"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cycles_cycle_trade: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradeCurve"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cycles_cycle_trade_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeTrade"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cycles_cycle_trade_slate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cycle */
                cycle: components["schemas"]["CycleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComputeTrade"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComputedTrade"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_diversions: {
        parameters: {
            query?: {
                /** @description From or to this office. */
                office?: string;
                /** @description To offices of this command. */
                command?: string;
                /** @description Where it stands today. */
                state?: "planned" | "running" | "ended" | "cancelled";
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DiversionRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_export_noun: {
        parameters: {
            query?: {
                /** @description The form; CSV unless given. */
                format?: "csv" | "xlsx" | "xes" | "ocel";
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description offices, billets, people, tours, countries, figures, contradictions, cases or case-events */
                noun: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/xml": string;
                    "application/json": string;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_journal: {
        parameters: {
            query?: {
                /** @description Only records before this position. */
                before?: number;
                /** @description Records in the page, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_journal_position: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The position */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_levers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeverRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_manning_documents: {
        parameters: {
            query?: {
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_measures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureList"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_measures_measure: {
        parameters: {
            query?: {
                /** @description By what the quarter is divided; by office unless given. */
                by?: "office" | "command" | "category" | "agency" | "country";
                /** @description The quarter, such as `2026Q3`; the last one that is over unless given. */
                quarter?: string;
            };
            header?: never;
            path: {
                /** @description The measure's name */
                measure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notifications: {
        parameters: {
            query?: {
                /** @description Of this country. */
                country?: string;
                /** @description Of this calendar year. */
                year?: number;
                /** @description Words of the transmittal number, the title or the country. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NotificationRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_offices: {
        parameters: {
            query?: {
                /** @description Of this command or agency. */
                command?: string;
                /** @description Of this kind. */
                kind?: "combatant_command" | "agency" | "headquarters" | "school" | "sco";
                /** @description Words in code, name or designation. */
                q?: string;
                /** @description As of this day; today unless given. */
                on?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OfficeRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_offices_office: {
        parameters: {
            query?: {
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The office */
                office: components["schemas"]["OfficeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_offices_office_demand: {
        parameters: {
            query?: {
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The office */
                office: components["schemas"]["OfficeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_offices_office_strengths: {
        parameters: {
            query?: {
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The office */
                office: components["schemas"]["OfficeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Strengths"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_offices_office_timeline: {
        parameters: {
            query?: {
                /** @description The first day; two years back unless given. */
                from?: string;
                /** @description The day after the last; three years ahead unless given. */
                until?: string;
            };
            header?: never;
            path: {
                /** @description The office */
                office: components["schemas"]["OfficeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeTimeline"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_offices_office_turnover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The office */
                office: components["schemas"]["OfficeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TurnoverBook"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    get_outlook: {
        parameters: {
            query?: {
                /** @description Only the shortages of this command or agency. */
                command?: string;
                /** @description In place of the lever `outlook_retention`: per mille a year. */
                retention?: number;
                /** @description In place of the lever `outlook_accessions`: per mille of billets a year. */
                accessions?: number;
                /** @description In place of the lever `outlook_placed`: per mille. */
                placed?: number;
                /** @description In place of the lever `outlook_renewal`: per mille. */
                renewal?: number;
                /** @description In place of the lever `outlook_language_seats`: graduates a year. */
                language_seats?: number;
                /** @description In place of the lever `outlook_certificate_seats`: graduates a year. */
                certificate_seats?: number;
                /** @description In place of the lever `outlook_spread`: per mille. */
                spread?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlook"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_people: {
        parameters: {
            query?: {
                /** @description Serving in this command or agency, with all below it. */
                command?: string;
                /** @description Serving in this office. */
                office?: string;
                /** @description Of this service. */
                service?: "army" | "air_force" | "navy" | "marine_corps" | "space_force" | "coast_guard" | "civilian" | "locally_employed";
                /** @description Of this grade today. */
                grade?: string;
                /** @description Words in name, number or specialty. */
                q?: string;
                /** @description Rotating before this day. */
                rotating_before?: string;
                /** @description Between offices. */
                unassigned?: boolean;
                /** @description The order. */
                sort?: "id" | "name" | "grade" | "rotation";
                /** @description Largest first. */
                descending?: boolean;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PersonRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_people_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                person: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_people_person_tracker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                person: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracker"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_picture: {
        parameters: {
            query?: {
                /** @description The day; today unless given. */
                on?: string;
                /** @description The grouping; by country unless given. */
                by?: "command" | "country" | "office" | "service" | "grade_band" | "specialty" | "functional_area" | "funding";
                /** @description From which side; the place of duty unless given. */
                lens?: "place" | "supported";
                /** @description Only this command or agency. */
                command?: string;
                /** @description Only this office. */
                office?: string;
                /** @description Whether future days count tours that have not begun; they do unless told otherwise. */
                plans?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyFigureRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_posts: {
        parameters: {
            query?: {
                /** @description Of this status today. */
                status?: "accompanied" | "partly_accompanied" | "unaccompanied" | "ordered_departure" | "suspended";
                /** @description In this country. */
                country?: string;
                /** @description In a partner country, or not. */
                abroad?: boolean;
                /** @description Words in the name of the post or its country. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PostRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_posts_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The post */
                post: components["schemas"]["PostId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_posts_post_departure_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The post */
                post: components["schemas"]["PostId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartureAsk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeparturePreview"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_projection: {
        parameters: {
            query?: {
                /** @description Only this command or agency. */
                command?: string;
                /** @description Only this office. */
                office?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Projection"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reconcile: {
        parameters: {
            query?: {
                /** @description Of this kind. */
                kind?: "duplicate_person" | "late_report" | "sources_disagree" | "expired_score" | "impossible_date" | "second_incumbent" | "outside_authorisation" | "two_places" | "wrong_service" | "section515_exceeded" | "beyond_separation" | "unknown_billet" | "unmatched_row" | "person_not_named" | "person_not_listed" | "billet_not_listed" | "code_disagrees" | "place_disagrees";
                /** @description Of this source. */
                source?: string;
                /** @description Whose source this owner owns, as answers name owners. */
                owner?: string;
                /** @description Standing so; without it what is neither resolved nor settled. */
                standing?: "open" | "deferred" | "sent_back" | "resolved" | "settled";
                /** @description Noted so many days ago or longer. */
                older_than?: number;
                /** @description About this person. */
                person?: string;
                /** @description About people or billets of this office, or of this command with all below it. */
                office?: string;
                /** @description Words in the detail, the person's name, the position number or the row. */
                q?: string;
                /** @description Whether positions and people that manning documents lost are meant, and nothing else. */
                lost?: boolean;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QueueRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reconcile_summary: {
        parameters: {
            query?: {
                /** @description Of this kind. */
                kind?: "duplicate_person" | "late_report" | "sources_disagree" | "expired_score" | "impossible_date" | "second_incumbent" | "outside_authorisation" | "two_places" | "wrong_service" | "section515_exceeded" | "beyond_separation" | "unknown_billet" | "unmatched_row" | "person_not_named" | "person_not_listed" | "billet_not_listed" | "code_disagrees" | "place_disagrees";
                /** @description Of this source. */
                source?: string;
                /** @description Whose source this owner owns, as answers name owners. */
                owner?: string;
                /** @description Standing so; without it what is neither resolved nor settled. */
                standing?: "open" | "deferred" | "sent_back" | "resolved" | "settled";
                /** @description Noted so many days ago or longer. */
                older_than?: number;
                /** @description About this person. */
                person?: string;
                /** @description About people or billets of this office, or of this command with all below it. */
                office?: string;
                /** @description Words in the detail, the person's name, the position number or the row. */
                q?: string;
                /** @description Whether positions and people that manning documents lost are meant, and nothing else. */
                lost?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueSummary"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reconcile_contradiction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contradiction */
                contradiction: components["schemas"]["ContradictionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_requisitions: {
        parameters: {
            query?: {
                /** @description Only those in which the asker holds the ball. */
                mine?: boolean;
                /** @description Only those still to be filled, or only those that are not. */
                open?: boolean;
                /** @description Only those of which a suspense has passed. */
                late?: boolean;
                /** @description Standing here. */
                status?: "nominating" | "vetting" | "selecting" | "consenting" | "recruiting" | "accepting" | "unresolved" | "planned" | "ordered" | "filled" | "approved_gap" | "cancelled";
                /** @description Asking this service. */
                service?: "army" | "air_force" | "navy" | "marine_corps" | "space_force" | "coast_guard" | "civilian" | "locally_employed";
                /** @description For this command or agency, with all below it. */
                command?: string;
                /** @description Words in the billet's number or title, the office's code or the requisition's id. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RequisitionRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_requisitions_openings: {
        parameters: {
            query?: {
                /** @description Falling open before this day; 270 days from today unless asked otherwise. */
                before?: string;
                /** @description In this command or agency, with all below it. */
                command?: string;
                /** @description Only key billets. */
                key?: boolean;
                /** @description Words in the billet's number or title, or the office's code. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UnaskedRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_requisitions_requisition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The requisition */
                requisition: components["schemas"]["RequisitionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequisitionPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_requisitions_requisition_candidates: {
        parameters: {
            query?: {
                /** @description Only those who pass every rule. */
                eligible?: boolean;
                /** @description Words in the name. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The requisition */
                requisition: components["schemas"]["RequisitionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatesPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_scenarios_scenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The scenario */
                scenario: components["schemas"]["ScenarioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_scenarios_scenario_adopt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The scenario */
                scenario: components["schemas"]["ScenarioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_scenarios_scenario_compare: {
        parameters: {
            query?: {
                /** @description Another scenario of the cycle; the cycle with nothing changed unless given. */
                with?: string;
            };
            header?: never;
            path: {
                /** @description The scenario */
                scenario: components["schemas"]["ScenarioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_scenarios_scenario_lines: {
        parameters: {
            query?: {
                /** @description Which rows; all unless given. */
                show?: "all" | "moved" | "stepped" | "locked" | "unfilled" | "unmatched";
                /** @description Openings of this command or agency. */
                command?: string;
                /** @description Words in the names of person, billet or office. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The scenario */
                scenario: components["schemas"]["ScenarioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WorkRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_scenarios_scenario_recommend: {
        parameters: {
            query?: {
                /** @description This billet. */
                billet?: string;
                /** @description This person. */
                person?: string;
                /** @description How many besides the slate's own, 1 to 20; 5 unless given. */
                count?: number;
            };
            header?: never;
            path: {
                /** @description The scenario */
                scenario: components["schemas"]["ScenarioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendedRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_scenarios_scenario_why: {
        parameters: {
            query?: {
                /** @description This billet. */
                billet?: string;
                /** @description This person. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description The scenario */
                scenario: components["schemas"]["ScenarioId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkWhy"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_section-515": {
        parameters: {
            query?: {
                /** @description As of this day; today unless given. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailAddress"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_session_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailAddress"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailAddress"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_simulations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationParts"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_simulations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationAsk"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_simulations_simulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The simulation */
                simulation: components["schemas"]["SimulationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_simulations_simulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The simulation */
                simulation: components["schemas"]["SimulationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlatePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_slates_slate_amend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Amend"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_slates_slate_amendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentPreview"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_blocking: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockingPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlateLimits"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_lines: {
        parameters: {
            query?: {
                /** @description That join this command or agency. */
                command?: string;
                /** @description That stand here. */
                status?: "proposed" | "concurred" | "nonconcurred" | "endorsed" | "dropped";
                /** @description Words in the names of person, billet or office. */
                q?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LineRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_lines_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
                /** @description The line's number, from 0 */
                line: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_lines_line_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
                /** @description The line's number, from 0 */
                line: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineChange"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_prices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prices"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_unfilled: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UnfilledRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_unfilled_billet_relaxations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
                /** @description A billet it leaves unfilled */
                billet: components["schemas"]["BilletId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelaxationRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_unmatched: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UnmatchedRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slates_slate_unmatched_person_relaxations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slate */
                slate: components["schemas"]["SlateId"];
                /** @description Somebody it leaves unmatched */
                person: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelaxationRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_source-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindGuide"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"][];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sources_detect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Sample"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Look"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sources_try: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brought"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sources_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The source */
                source: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sources_source_corrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The source */
                source: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The correction list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "text/plain": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sources_source_load: {
        parameters: {
            query: {
                /** @description The file's name. */
                file: string;
                /** @description The day it speaks of; today unless given. */
                as_of?: string;
                /** @description It is a part of a file: what it lacks is not gone. */
                sample?: boolean;
            };
            header?: never;
            path: {
                /** @description The source */
                source: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brought"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sources_source_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The source */
                source: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/toml": string;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sources_source_try: {
        parameters: {
            query: {
                /** @description The file's name. */
                file: string;
                /** @description The day it speaks of; today unless given. */
                as_of?: string;
                /** @description It is a part of a file: what it lacks is not gone. */
                sample?: boolean;
            };
            header?: never;
            path: {
                /** @description The source */
                source: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brought"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_waivers: {
        parameters: {
            query?: {
                /** @description Where it stands today. */
                status?: "requested" | "approved" | "denied" | "lapsed" | "withdrawn";
                /** @description For this person. */
                person?: string;
                /** @description In this billet. */
                billet?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Rows in the page, 1 to 1000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WaiverRow"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_partner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not signed in: to the page to sign in on */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_partner_calendar_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret, with `.ics` at its end */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_partner_cases_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's identifier */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not signed in: to the page to sign in on */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    post_partner_cases_number_messages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's identifier */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PartnerMessage"];
            };
        };
        responses: {
            /** @description Sent, or not signed in */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    "get_partner_sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    "post_partner_sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PartnerSignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    "post_partner_sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_partner_style_css: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
        };
    };
    get_partner_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not signed in: to the page to sign in on */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_partner_subscriptions_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not signed in: to the page to sign in on */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_partner_subscriptions_calendar_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended, or not signed in */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_partner_subscriptions_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PartnerMail"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not signed in: to the page to sign in on */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
}
