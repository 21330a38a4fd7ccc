namespace Diversion.Casework.Formatting;

/// <summary>A victim without their name. A case with one victim speaks of the victim.</summary>
internal static class VictimWords
{
    public static string Of(int victim) => victim == 1 ? "the victim" : $"victim {victim}";

    /// <summary>At the start of a sentence.</summary>
    public static string Start(int victim) => victim == 1 ? "The victim" : $"Victim {victim}";
}
