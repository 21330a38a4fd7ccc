using Diversion.Casework.Agreements;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Functions.Tests.Lives;

/// <summary>An agreement's stream as text, one line per event, for comparison.</summary>
internal static class Story
{
    public static async Task<List<string>> Of(CaseworkService casework, AgreementId id)
    {
        var lines = new List<string>();
        await foreach (var recorded in casework.Events(id))
        {
            lines.Add($"{recorded.Number} {recorded.At} {recorded.By.Id} {recorded.Process} {AgreementEvents.Catalogue.Of(recorded.Event).Name} {AgreementEvents.Catalogue.Write(recorded.Event)}");
        }

        return lines;
    }
}
