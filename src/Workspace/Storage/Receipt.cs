// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.History;

namespace Schakel.Workspace.Storage;

/// <summary>
/// That something was sent and carried out, written in the same transaction: who sends it again is told, and nothing is done twice. It holds hashes
/// and no words, and nobody can be found by it.
/// </summary>
public sealed class Receipt : Item
{
    private Receipt()
    {
    }

    /// <summary>Hash of who sent it, where to, and the key they gave it.</summary>
    public string Print { get; private set; } = "";

    /// <summary>Hash of what was sent.</summary>
    public string Content { get; private set; } = "";

    /// <summary>What was made by it; null when that was no item.</summary>
    public Guid? Made { get; private set; }

    protected override string Kind => "receipt";

    internal static Receipt Of(SentMark mark, Guid? made, Act act)
    {
        var receipt = new Receipt { Print = mark.Print!, Content = mark.Content, Made = made };
        receipt.Begin(act);
        return receipt;
    }
}

/// <summary>How one request is known again, as long as it runs. Empty for whoever gave no key to know it by.</summary>
public sealed class SentMark
{
    public string? Print { get; private set; }

    public string Content { get; private set; } = "";

    /// <summary>The receipt of the first time, when this is the second.</summary>
    public Receipt? Earlier { get; internal set; }

    public void KnowBy(string print, string content) => (Print, Content) = (print, content);

    // A request that takes several turns is received once.
    internal void WasReceived() => Print = null;
}
