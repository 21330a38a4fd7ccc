namespace Diversion.Casework.Moving;

/// <summary>What an export contains, read to its end and checked.</summary>
/// <param name="ProgrammeJson">The text of programme.json.</param>
/// <param name="PseudonymKey">Makes the pseudonyms of extracts.</param>
public sealed record ArrivingProgramme(MoveManifest Manifest, string ProgrammeJson, byte[] PseudonymKey)
{
    internal IReadOnlyList<SealedSecret> Secrets { get; init; } = [];

    /// <summary>The destruction log.</summary>
    internal string Destroyed { get; init; } = "";
}
