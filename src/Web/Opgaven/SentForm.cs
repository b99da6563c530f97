// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.Members;

namespace Schakel.Web.Opgaven;

/// <summary>A form as it came in: who sent it, about what, and what was typed.</summary>
internal sealed class SentForm(HttpContext http, IFormCollection fields)
{
    internal Actor Actor { get; } = http.RequestServices.GetRequiredService<CurrentUser>().Actor;

    internal ScreenTexts Texts { get; } = AtlasQuestion.TextsOf(http.Request);

    internal CancellationToken Cancel => http.RequestAborted;

    internal Guid Id => IdOf("id");

    /// <summary>The version of the item that the sender looked at; null when it says none.</summary>
    internal int? Seen => int.TryParse(this["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    internal string this[string name] => fields[name].ToString();

    internal T Work<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>An id in the address of the form.</summary>
    internal Guid IdOf(string name) => Guid.Parse((string)http.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    /// <summary>The organisation that was chosen; null when none was.</summary>
    internal Guid? Chosen(string name) => Guid.TryParse(this[name], CultureInfo.InvariantCulture, out var id) ? id : null;

    internal string? Given(string name) => this[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A word of a list; a browser sends no other, so any other is refused like nothing at all.</summary>
    internal TEnum? Word<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(this[name], ignoreCase: true, out var word) && Enum.IsDefined(word) && !int.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? word : null;

    internal int Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    internal static Reason NotChosen(string what) =>
        new("text-missing", $"Fill in: {what}.") { Arguments = [new Workspace.Texts.Term($"text.{what}")] };

    internal Tried Tried(string deed, Reason reason) => new(deed, fields.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal), reason);
}
