using System.Collections.Immutable;
using Diversion.Domain.Time;

namespace Diversion.Casework.Schemes;

/// <summary>The result of reading the folder of schemes: all of it, or every fault of every file.</summary>
public abstract record SchemeLoad
{
    private SchemeLoad()
    {
    }

    public sealed record Loaded(SchemeCatalogue Catalogue, WorkingCalendar Calendar) : SchemeLoad;

    public sealed record Faulty(ImmutableArray<SchemeFault> Faults) : SchemeLoad;
}
