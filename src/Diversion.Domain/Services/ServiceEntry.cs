using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Services;

/// <summary>What the directory says of a service. What is null is not known, or does not matter for it.</summary>
/// <param name="Organisation">The provider, as the staff directory names it.</param>
/// <param name="Description">What it does for somebody, in a sentence or two.</param>
/// <param name="Needs">The pathways that it is for; at least one.</param>
public sealed record ServiceEntry(string Name, string Organisation, string Description, ImmutableArray<PathwayKind> Needs)
{
    /// <summary>Null for everybody.</summary>
    public ServiceSex? OnlyFor { get; init; }

    public int? FromAge { get; init; }

    /// <summary>The last age at which somebody is taken.</summary>
    public int? ToAge { get; init; }

    /// <summary>Codes of offence groups: nobody with such an offence is taken.</summary>
    public ImmutableArray<string> ExcludedOffences { get; init; } = [];

    /// <summary>Who else may or may not be referred, in words: "prolific offenders first".</summary>
    public string? Who { get; init; }

    /// <summary>The culture, faith or community that it is made for; it is not closed to others.</summary>
    public string? Community { get; init; }

    /// <summary>Districts or wards whose residents it takes; empty for the whole force area.</summary>
    public ImmutableArray<string> Areas { get; init; } = [];

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public string? Ward { get; init; }

    public string? District { get; init; }

    /// <summary>Degrees (WGS 84), as <see cref="Longitude"/>; both or neither.</summary>
    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    /// <summary>Places or units; null when nobody counts them.</summary>
    public int? Places { get; init; }

    /// <summary>In words: "Monday to Friday, 9am to 5pm".</summary>
    public string? OpeningHours { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    /// <summary>In which somebody can be spoken to besides English.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Step-free, hearing loop, creche and the like.</summary>
    public string? Access { get; init; }

    /// <summary>Says the same; lists are compared item by item.</summary>
    public bool SameAs(ServiceEntry other) =>
        WithoutLists(this) == WithoutLists(other)
        && Needs.SequenceEqual(other.Needs) && ExcludedOffences.SequenceEqual(other.ExcludedOffences)
        && Areas.SequenceEqual(other.Areas) && Languages.SequenceEqual(other.Languages);

    private static ServiceEntry WithoutLists(ServiceEntry entry) => entry with { Needs = [], ExcludedOffences = [], Areas = [], Languages = [] };
}
