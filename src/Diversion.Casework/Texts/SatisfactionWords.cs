using Diversion.Domain.Victim;

namespace Diversion.Casework.Texts;

/// <summary>What a victim answered at the end.</summary>
public static class SatisfactionWords
{
    public const string Informed = "How they were kept informed";
    public const string Treated = "How they were treated";
    public const string Outcome = "What came of the case";
    public const string Restorative = "Restorative justice";

    public static string Of(VictimSatisfaction said) =>
        $"{Informed}: {Of(said.Informed)}. {Treated}: {Of(said.Treated)}. {Outcome}: {Of(said.Outcome)}.{(said.Restorative is null ? "" : $" {Restorative}: {Of(said.Restorative)}.")}";

    private static string Of(int? answer) => answer is { } given ? $"{given} of 5" : "left out";
}
