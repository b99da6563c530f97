// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.Members;
using Schakel.Workspace.Texts;

namespace Schakel.Web.WorkApi;

/// <summary>A question of a program: who asks, about what, and which version it saw.</summary>
internal sealed class Asked(HttpContext http)
{
    internal HttpContext Http => http;

    internal Actor Actor { get; } = http.RequestServices.GetRequiredService<CurrentUser>().Actor;

    internal ScreenTexts Texts { get; } = ScreenTexts.In(http.Request.Query["lang"] == "en" ? Language.English : Language.Dutch);

    internal CancellationToken Cancel => http.RequestAborted;

    /// <summary>The item in the address. What is no id is the id of nothing, and so is not found.</summary>
    internal Guid Id => Guid.TryParseExact(Part("id"), "D", out var id) ? id : Guid.Empty;

    /// <summary>The version that was seen; null when the sender says that any version will do.</summary>
    internal int? Seen { get; init; }

    internal string Part(string name) => http.Request.RouteValues[name] as string ?? "";

    internal string? Query(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    internal T Work<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>Tells who has the page of this opgave open that something changed there.</summary>
    internal void Tell(Guid? opgave, string what)
    {
        if (opgave is { } id)
            Work<OpgaveChanges>().Tell(id, what);
    }

    internal static Reason NotFound() => new("no-such-item", "There is nothing here with this address, or it is not yours to see.");

    internal string Words(Reason reason) => ReasonTexts.Of(reason, Texts.Language);

    internal static string Mark(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
