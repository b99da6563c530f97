// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>Options of every command: form of the answer, language, chance, threads.</summary>
internal sealed class OutputSettings
{
    internal OutputSettings(SettingFactory make)
    {
        Json = make.Flag("--json", Topic.Output, make.Say[
            "Schrijf precies één JSON-object.", "Write exactly one JSON object."], onlyOutput: true);
        Language = make.Choice("--lang", Topic.Output, make.Say["Taal van teksten.", "Language of texts."], "nl", "nl", "en");
        Seed = make.Whole("--seed", Topic.Output, "N", make.Say[
            "Begin van het toeval: hetzelfde getal geeft dezelfde uitkomst.", "Start of chance: the same number gives the same result."],
            2009, int.MinValue, onlyOutput: true);
        Threads = make.Whole("--threads", Topic.Output, "N", make.Say[
            "Aantal rekenkernen; verandert de uitkomst niet.", "Number of processor cores; does not change the result."],
            0, 1, 1024, onlyOutput: true, defaultText: make.Say["alle", "all"]);
        Verbose = make.Flag("--verbose", Topic.Output, make.Say[
            "Vertel bij een fout ook waar in het programma die optrad.", "On an error, also tell where in the program it happened."], onlyOutput: true);
        Json.Recursive = Language.Recursive = Seed.Recursive = Threads.Recursive = Verbose.Recursive = true;
    }

    internal Setting<bool> Json { get; }

    internal Setting<string> Language { get; }

    /// <summary>In the provenance as a member of its own.</summary>
    internal Setting<int> Seed { get; }

    internal Setting<int> Threads { get; }

    internal Setting<bool> Verbose { get; }

    internal ISetting[] All => [Json, Language, Seed, Threads, Verbose];
}
