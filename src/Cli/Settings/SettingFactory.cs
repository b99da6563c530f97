// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Schakel.Cli.Settings;

/// <summary>Makes options whose values are read the same way everywhere: invariant numbers, closed choices, comma-separated lists.</summary>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "All makers are called alike, whether they need the language or not.")]
internal sealed class SettingFactory(Wording say)
{
    internal Wording Say => say;

    internal Setting<string?> Text(string name, Topic topic, string placeholder, string description, bool onlyOutput = false) =>
        new(name, topic, description, placeholder) { OnlyOutput = onlyOutput };

    internal Setting<bool> Flag(string name, Topic topic, string description, bool onlyOutput = false) =>
        new(name, topic, description) { OnlyOutput = onlyOutput };

    internal Setting<string> Choice(string name, Topic topic, string description, string fallback, params string[] choices)
    {
        var setting = new Setting<string>(name, topic, description, string.Join('|', choices)) { Default = fallback };
        setting.DefaultValueFactory = _ => fallback;
        setting.CustomParser = result => One(result, choices);
        setting.CompletionSources.Add(choices);
        return setting;
    }

    internal Setting<string?> OptionalChoice(string name, Topic topic, string description, params string[] choices)
    {
        var setting = new Setting<string?>(name, topic, description, string.Join('|', choices));
        setting.CustomParser = result => One(result, choices);
        setting.CompletionSources.Add(choices);
        return setting;
    }

    /// <summary>One or more of a closed list, with commas between.</summary>
    internal Setting<string[]?> Choices(string name, Topic topic, string description, params string[] choices)
    {
        var setting = new Setting<string[]?>(name, topic, description, string.Join('|', choices) + "[,…]") { Arity = ArgumentArity.ExactlyOne };
        setting.CustomParser = result =>
        {
            var items = Items(result);
            foreach (var item in items ?? [])
                Check(result, item, choices);
            return items;
        };
        setting.CompletionSources.Add(choices);
        return setting;
    }

    internal Setting<int> Whole(
        string name, Topic topic, string placeholder, string description, int fallback, int least, int most = int.MaxValue, bool onlyOutput = false,
        string? defaultText = null)
    {
        var setting = new Setting<int>(name, topic, description, placeholder)
        {
            Default = defaultText ?? fallback.ToString(CultureInfo.InvariantCulture),
            OnlyOutput = onlyOutput,
        };
        setting.DefaultValueFactory = _ => fallback;
        setting.CustomParser = result => WholeOf(result, least, most) ?? fallback;
        return setting;
    }

    internal Setting<int?> OptionalWhole(string name, Topic topic, string placeholder, string description, int least, int most = int.MaxValue)
    {
        var setting = new Setting<int?>(name, topic, description, placeholder);
        setting.CustomParser = result => WholeOf(result, least, most);
        return setting;
    }

    internal Setting<double> Number(
        string name, Topic topic, string placeholder, string description, double fallback, Func<double, bool> allowed, string range)
    {
        var setting = new Setting<double>(name, topic, description, placeholder) { Default = fallback.ToString(CultureInfo.InvariantCulture) };
        setting.DefaultValueFactory = _ => fallback;
        setting.CustomParser = result => NumberOf(result, allowed, range) ?? fallback;
        return setting;
    }

    internal Setting<double?> OptionalNumber(
        string name, Topic topic, string placeholder, string description, Func<double, bool> allowed, string range)
    {
        var setting = new Setting<double?>(name, topic, description, placeholder);
        setting.CustomParser = result => NumberOf(result, allowed, range);
        return setting;
    }

    /// <summary>A number above 0, or the word <c>none</c> for no limit.</summary>
    internal Setting<Ceiling> Ceiling(string name, Topic topic, string description, double fallback)
    {
        var setting = new Setting<Ceiling>(name, topic, description, "N|none") { Default = fallback.ToString(CultureInfo.InvariantCulture) };
        setting.DefaultValueFactory = _ => new Ceiling(fallback);
        setting.CustomParser = result => result.Tokens[0].Value == Settings.Ceiling.None
            ? new Ceiling(null)
            : new Ceiling(NumberOf(result, most => most > 0, say["een getal boven 0, of none voor geen grens", "a number above 0, or none for no limit"]));
        setting.CompletionSources.Add(Settings.Ceiling.None);
        return setting;
    }

    /// <summary>A day: 2024-03-31.</summary>
    internal Setting<DateOnly?> Day(string name, Topic topic, string description)
    {
        var setting = new Setting<DateOnly?>(name, topic, description, "YYYY-MM-DD");
        setting.CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError(say[
                $"{OptionName(result)}: '{result.Tokens[0].Value}' is geen dag. Goed is bijvoorbeeld 2024-03-31.",
                $"{OptionName(result)}: '{result.Tokens[0].Value}' is no day. Right is for example 2024-03-31."]);
            return null;
        };
        return setting;
    }

    internal Setting<string[]?> List(string name, Topic topic, string placeholder, string description)
    {
        var setting = new Setting<string[]?>(name, topic, description, placeholder) { Arity = ArgumentArity.ExactlyOne };
        setting.CustomParser = Items;
        return setting;
    }

    internal Setting<int[]?> Years(string name, Topic topic, string placeholder, string description)
    {
        var setting = new Setting<int[]?>(name, topic, description, placeholder) { Arity = ArgumentArity.ExactlyOne };
        setting.CustomParser = result =>
        {
            var years = new List<int>();
            foreach (var item in Items(result) ?? [])
            {
                if (!int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200)
                    result.AddError(say[$"'{item}' is geen jaar. Goed is bijvoorbeeld 2024 of 2023,2024.", $"'{item}' is no year. Right is for example 2024 or 2023,2024."]);
                years.Add(year);
            }

            return [.. years];
        };
        return setting;
    }

    /// <summary>Numbers with commas between; the decimal sign is a point.</summary>
    internal Setting<double[]?> Numbers(string name, Topic topic, string placeholder, string description, Func<double, bool> allowed, string range)
    {
        var setting = new Setting<double[]?>(name, topic, description, placeholder) { Arity = ArgumentArity.ExactlyOne };
        setting.CustomParser = result =>
        {
            var numbers = new List<double>();
            foreach (var item in Items(result) ?? [])
            {
                if (!double.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || !allowed(number))
                    result.AddError(say[
                        $"{OptionName(result)}: '{item}' kan niet. Geef {range}, met een punt als decimaalteken en komma's ertussen.",
                        $"{OptionName(result)}: '{item}' is not possible. Give {range}, with a point as decimal sign and commas between."]);
                numbers.Add(number);
            }

            return [.. numbers];
        };
        return setting;
    }

    /// <summary>Whole numbers with commas between.</summary>
    internal Setting<int[]?> Wholes(string name, Topic topic, string placeholder, string description, int least)
    {
        var setting = new Setting<int[]?>(name, topic, description, placeholder) { Arity = ArgumentArity.ExactlyOne };
        setting.CustomParser = result =>
        {
            var numbers = new List<int>();
            foreach (var item in Items(result) ?? [])
            {
                if (!int.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least)
                    result.AddError(say[
                        $"{OptionName(result)}: '{item}' kan niet. Geef hele getallen vanaf {least}, met komma's ertussen.",
                        $"{OptionName(result)}: '{item}' is not possible. Give whole numbers from {least} up, with commas between."]);
                numbers.Add(number);
            }

            return [.. numbers];
        };
        return setting;
    }

    private string[]? Items(ArgumentResult result)
    {
        var items = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
        if (Array.IndexOf(items, "") >= 0)
            result.AddError(say[
                $"{OptionName(result)}: '{result.Tokens[0].Value}' heeft een lege plek. Goed is een lijst met komma's ertussen: a,b,c.",
                $"{OptionName(result)}: '{result.Tokens[0].Value}' has an empty place. Right is a list with commas: a,b,c."]);
        return items;
    }

    private string One(ArgumentResult result, string[] choices)
    {
        var value = result.Tokens[0].Value;
        Check(result, value, choices);
        return value;
    }

    private void Check(ArgumentResult result, string value, string[] choices)
    {
        if (Array.IndexOf(choices, value) < 0)
            result.AddError(say[
                $"{OptionName(result)}: '{value}' kan niet. Kies uit: {string.Join(", ", choices)}.",
                $"{OptionName(result)}: '{value}' is not possible. Choose from: {string.Join(", ", choices)}."]);
    }

    private int? WholeOf(ArgumentResult result, int least, int most)
    {
        var value = result.Tokens[0].Value;
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole >= least && whole <= most)
            return whole;

        var range = most == int.MaxValue
            ? least == int.MinValue ? say["een heel getal", "a whole number"] : say[$"een heel getal vanaf {least}", $"a whole number from {least} up"]
            : say[$"een heel getal van {least} tot en met {most}", $"a whole number from {least} to {most}"];
        result.AddError(say[$"{OptionName(result)}: '{value}' kan niet. Geef {range}.", $"{OptionName(result)}: '{value}' is not possible. Give {range}."]);
        return null;
    }

    private double? NumberOf(ArgumentResult result, Func<double, bool> allowed, string range)
    {
        var value = result.Tokens[0].Value;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && allowed(number))
            return number;

        result.AddError(say[
            $"{OptionName(result)}: '{value}' kan niet. Geef {range}, met een punt als decimaalteken.",
            $"{OptionName(result)}: '{value}' is not possible. Give {range}, with a point as decimal sign."]);
        return null;
    }

    private static string OptionName(ArgumentResult result) => result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
}
