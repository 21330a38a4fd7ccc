using System.Xml.Linq;
using Diversion.Casework.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Diversion.Functions.Azure.Storage;

/// <summary>
/// Stores the keys that protect cookies and forms in the table store, so that every instance has the same ones. They are
/// written as received: encrypted if a key for that is configured.
/// </summary>
/// <remarks>Read at the start and once a day, written every few months. The interface is synchronous, so the caller blocks
/// a thread.</remarks>
public sealed class TableKeyRepository(ITableStore store) : IXmlRepository
{
    private const string Partition = "data-protection";
    private const string Xml = "xml";

    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(All).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => Keep(element, friendlyName)).GetAwaiter().GetResult();

    private async Task<List<XElement>> All() =>
        await store.Rows(Tables.Settings, Partition).Select(row => XElement.Parse(row.Text(Xml))).ToListAsync();

    private async Task Keep(XElement element, string name)
    {
        var properties = new Dictionary<string, object>(1, StringComparer.Ordinal) { [Xml] = element.ToString(SaveOptions.DisableFormatting) };
        await store.Commit(new TableTransaction(Tables.Settings, Partition, [new RowChange.Upsert(name, properties)]), []);
    }
}
