// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.PolicyGaps;

namespace Schakel.Web.Opgaven;

/// <summary>The four ways to answer a gap in policy, as one form.</summary>
internal static class GapAnswers
{
    internal static Task<Outcome<PolicyGap>> Give(SentForm form)
    {
        var (work, id, words) = (form.Work<GapWork>(), form.IdOf("gap"), form["words"]);
        return form["answer"] switch
        {
            "receive" => work.Receive(form.Actor, id, form.Seen, words, form.Cancel),
            "adopt" => work.Adopt(form.Actor, id, form.Seen, words, form.Cancel),
            "explain" => work.Explain(form.Actor, id, form.Seen, words, form.Cancel),
            "forward" => work.Forward(form.Actor, id, form.Seen, form.Chosen("addressee"), words, form.Cancel),
            _ => Task.FromResult<Outcome<PolicyGap>>(SentForm.NotChosen("answer")),
        };
    }
}
