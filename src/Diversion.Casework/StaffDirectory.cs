using Diversion.Domain.Agreements;

namespace Diversion.Casework;

/// <summary>Whom an agreement can name: chosen from a list, so that a mistyped id does not send a case to nobody.</summary>
/// <param name="Providers">Organisations.</param>
public sealed record StaffDirectory(IReadOnlyList<StaffRef> KeyWorkers, IReadOnlyList<StaffRef> Facilitators, IReadOnlyList<string> Providers)
{
    public static readonly StaffDirectory Empty = new([], [], []);

    public StaffRef? KeyWorker(string? id) => KeyWorkers.FirstOrDefault(one => one.Id == id);

    public StaffRef? Facilitator(string? id) => Facilitators.FirstOrDefault(one => one.Id == id);
}
