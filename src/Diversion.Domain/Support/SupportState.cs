using Diversion.Domain.Agreements;

namespace Diversion.Domain.Support;

/// <summary>What the person is offered beside the agreement's conditions, and may leave at any time.</summary>
public sealed record SupportState
{
    public static readonly SupportState None = new();

    /// <summary>The last one that was offered; null when none was.</summary>
    public HealthCheck? HealthCheck { get; init; }

    /// <summary>Oldest first; those that have ended among them.</summary>
    public ImmutableArray<Mentoring> Mentorings { get; init; } = [];

    public Mentoring? OpenMentoring => Mentorings.FirstOrDefault(one => one.Ended is null);

    /// <param name="track">Of an obligation.</param>
    /// <returns>Who gives the support; null when the track is none of support.</returns>
    public string? PartnerOf(string track) => track == Support.HealthCheck.Track ? HealthCheck?.Provider : MentoringOf(track)?.Mentor.Name;

    /// <param name="obligation">Its id, or its track.</param>
    public Mentoring? MentoringOf(string obligation) => Mentorings.FirstOrDefault(one => Mentoring.NumberIn(obligation) == CommandSubject.Numbered(one.Number));

    /// <summary>Whether an obligation is about support.</summary>
    /// <param name="obligation">Its id, or its track.</param>
    public static bool IsOf(string obligation) => obligation.StartsWith(Support.HealthCheck.Track, StringComparison.Ordinal) || Mentoring.NumberIn(obligation) is not null;
}
