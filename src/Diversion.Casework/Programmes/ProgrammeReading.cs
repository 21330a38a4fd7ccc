using Diversion.Casework.Schemes;

namespace Diversion.Casework.Programmes;

public abstract record ProgrammeReading
{
    private ProgrammeReading()
    {
    }

    public sealed record Sound(Programme Programme) : ProgrammeReading;

    public sealed record Faulty(IReadOnlyList<SchemeFault> Faults) : ProgrammeReading;
}
