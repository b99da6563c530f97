// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>What a level does in an approach. Roles of levels, not rights of people.</summary>
public enum ApproachRole
{
    /// <summary>Trekker: takes the lead.</summary>
    Lead,

    /// <summary>Medetrekker: as suited to lead as the lead itself.</summary>
    CoLead,

    /// <summary>Voorlopige trekker: leads for want of a level where cause and lever meet.</summary>
    ProvisionalLead,

    /// <summary>Deeloplossing: solves a part.</summary>
    Partial,

    /// <summary>Vindplaats: finds people and demand.</summary>
    FindingPlace,

    /// <summary>Voorwaarde: creates conditions.</summary>
    Enabling,

    /// <summary>Voorwaarde*: could act directly, but the cause lies elsewhere; create conditions instead.</summary>
    EnablingInstead,

    /// <summary>Aanvullend maatwerk: small tailor-made additions.</summary>
    Supplementary,

    /// <summary>Bovenwijkse tegenhanger: the cause lies there without a lever; bring it to that table.</summary>
    Counterpart,

    /// <summary>The same, by the rule that every portfolio has a supra-local part.</summary>
    CounterpartByDuty,

    /// <summary>Agenderen: can only be asked.</summary>
    AgendaSetting,

    /// <summary>No role.</summary>
    None,
}
