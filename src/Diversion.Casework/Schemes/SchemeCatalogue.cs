using System.Collections.Frozen;
using System.Collections.Immutable;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>Every version of every scheme. Immutable.</summary>
public sealed class SchemeCatalogue
{
    private readonly FrozenDictionary<SchemeRef, SchemeRules> versions;
    private readonly FrozenDictionary<string, ImmutableArray<SchemeRules>> newestFirst;

    /// <exception cref="ArgumentException">Two of the schemes have the same name and version.</exception>
    public SchemeCatalogue(IEnumerable<SchemeRules> schemes)
    {
        versions = schemes.ToDictionary(scheme => scheme.Reference).ToFrozenDictionary();
        newestFirst = versions.Values
            .GroupBy(scheme => scheme.Name)
            .ToFrozenDictionary(
                scheme => scheme.Key,
                scheme => scheme.OrderByDescending(version => version.Version).ToImmutableArray());
        All = [.. versions.Values.OrderBy(scheme => scheme.Name, StringComparer.Ordinal).ThenByDescending(scheme => scheme.Version)];
        Names = [.. newestFirst.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The programme's vocabulary, the same for every scheme.</summary>
    public Vocabulary Vocabulary => All.IsEmpty ? Vocabulary.Empty : All[0].Vocabulary;

    /// <summary>The same for every scheme, too.</summary>
    public MinimumWages Wages { get; init; } = MinimumWages.None;

    /// <summary>The schemes' names in alphabetical order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Every version of every scheme, by name, the newest version first.</summary>
    public ImmutableArray<SchemeRules> All { get; }

    /// <summary>The highest version in force on the day; null before the first one or for an unknown name.</summary>
    public SchemeRules? InForce(string name, LocalDate day) =>
        newestFirst.GetValueOrDefault(name, []).FirstOrDefault(version => version.EffectiveFrom <= day);

    public bool Has(string name, int version) => All.Any(scheme => scheme.Name == name && scheme.Version == version);

    /// <summary>The version that an agreement was signed under.</summary>
    /// <exception cref="KeyNotFoundException">The version's file was removed although agreements may depend on it.</exception>
    public SchemeRules Get(SchemeRef reference) =>
        versions.GetValueOrDefault(reference) ?? throw new KeyNotFoundException(
            $"Scheme {reference} is not in the schemes folder. Restore its file: agreements keep the version they were signed under. Versions there: {string.Join(", ", versions.Keys.Select(known => known.ToString()).Order(StringComparer.Ordinal))}.");
}
