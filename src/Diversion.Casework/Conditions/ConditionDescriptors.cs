using System.Collections.Frozen;
using Diversion.Casework.Steps;
using Diversion.Domain.Conditions;

namespace Diversion.Casework.Conditions;

/// <summary>
/// The descriptor of each kind of condition. A kind is registered in <see cref="ConditionKinds"/> alone: its descriptor is
/// found here because it exists.
/// </summary>
public static class ConditionDescriptors
{
    private static readonly List<ConditionDescriptor> Found =
    [
        .. typeof(ConditionDescriptor).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ConditionDescriptor)))
            .Select(type => (ConditionDescriptor)Activator.CreateInstance(type)!),
    ];

    private static readonly Lazy<FrozenDictionary<ConditionKind, ConditionDescriptor>> ByKind = new(() => Found.ToFrozenDictionary(one => one.Kind));

    private static readonly Lazy<FrozenDictionary<string, ConditionTask>> ByRule = new(() =>
        All.SelectMany(one => one.Tasks).ToFrozenDictionary(task => task.Rule));

    /// <summary>In the order of the kinds.</summary>
    public static IEnumerable<ConditionDescriptor> All => ConditionKinds.All.Select(one => Of(one.Kind));

    /// <summary>The steps of every kind.</summary>
    public static IEnumerable<Step> Steps => All.SelectMany(one => one.Steps);

    public static ConditionDescriptor Of(ConditionKind kind) => ByKind.Value.GetValueOrDefault(kind)
        ?? throw new InvalidOperationException($"Write a descriptor for {kind} in Casework/Conditions.");

    /// <summary>By the id of the first condition of a kind; null for any other.</summary>
    internal static ConditionDescriptor? OfSlug(string slug) => ByKind.Value.GetValueOrDefault(new ConditionKind(slug));

    /// <summary>The obligation that a rule of a kind makes; null for a rule that belongs to no kind.</summary>
    internal static ConditionTask? TaskOf(string rule) => ByRule.Value.GetValueOrDefault(rule);

    /// <summary>An obligation by what its id says: <c>pathway-2/acceptance</c>; null when the kind has no such.</summary>
    internal static ConditionTask? PartOf(string conditionId, string part) => All
        .Where(kind => conditionId.StartsWith(kind.Kind.Slug, StringComparison.Ordinal))
        .SelectMany(kind => kind.Tasks)
        .FirstOrDefault(task => task.Part == part);

    /// <summary>For a test of what a new kind takes: it registers one before any is looked up.</summary>
    internal static void Register(ConditionDescriptor descriptor) => Found.Add(descriptor);
}
