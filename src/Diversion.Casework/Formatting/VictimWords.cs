using Diversion.Domain.Victim;

namespace Diversion.Casework.Formatting;

/// <summary>A victim without their name. A case with one victim speaks of the victim.</summary>
internal static class VictimWords
{
    public static string Of(VictimsState victims, int victim) => victims.IsOnly(victim) ? "the victim" : $"victim {victim}";

    /// <summary>At the start of a sentence.</summary>
    public static string Start(VictimsState victims, int victim) => victims.IsOnly(victim) ? "The victim" : $"Victim {victim}";
}
