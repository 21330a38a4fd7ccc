namespace Diversion.Domain.Nominations;

/// <summary>What somebody wrote about a place, or what a moderator made of it.</summary>
/// <param name="Work">What should be done there.</param>
public sealed record NominationText(string Area, string Place, string Work)
{
    public const int LongestWork = 500;
}
