// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Peers;

/// <summary>Something one municipality tells another: a ladder, an experience, a story. The other sees the title; the text only once both accepted.</summary>
public sealed class Exchange : Item
{
    private Exchange()
    {
    }

    /// <summary>The other municipality.</summary>
    public Guid With { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public bool GiverAccepts { get; private set; }

    public bool ReceiverAccepts { get; private set; }

    protected override string Kind => "exchange";

    public static Outcome<Exchange> Offer(Guid with, string title, string text, Act act)
    {
        if (Words.Missing(("title", title), ("exchange", text)) is { } missing)
            return missing;
        if (with == act.By.Tenant)
            return new Reason("exchange-with-oneself", "Choose another municipality.");

        var exchange = new Exchange { With = with, Title = title.Trim(), Text = text.Trim(), GiverAccepts = true };
        exchange.Begin(act);
        return exchange;
    }

    /// <summary>What this municipality may read of it; null = nothing yet.</summary>
    public string? TextFor(Guid tenant) => tenant == Tenant || (tenant == With && GiverAccepts && ReceiverAccepts) ? Text : null;

    /// <summary>Each side accepts, or takes that back, for itself.</summary>
    public void Accept(Guid tenant, bool accepts)
    {
        if (tenant == Tenant)
            GiverAccepts = accepts;
        else if (tenant == With)
            ReceiverAccepts = accepts;
    }
}
