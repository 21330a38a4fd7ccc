using System.Collections.Immutable;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>The result of overriding figures of a scheme: the new rules, or every fault.</summary>
public abstract record SchemeOverrideResult
{
    private SchemeOverrideResult()
    {
    }

    public sealed record Applied(SchemeRules Rules) : SchemeOverrideResult;

    public sealed record Refused(ImmutableArray<SchemeFault> Faults) : SchemeOverrideResult;
}
