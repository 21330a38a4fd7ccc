using Diversion.Casework.Agreements;
using Diversion.Domain.Agreements;

namespace Diversion.Functions.Tests.Lives;

/// <summary>What happened to an agreement, without times: a delay may move an instant, never add or lose an event.</summary>
internal static class Happenings
{
    public static async Task<List<string>> Of(CaseworkService casework, AgreementId id)
    {
        var happened = new List<string>();
        await foreach (var recorded in casework.Events(id))
        {
            happened.Add($"{recorded.Event.GetType().Name} by {recorded.By.Id}");
        }

        happened.Sort(StringComparer.Ordinal);
        return happened;
    }
}
