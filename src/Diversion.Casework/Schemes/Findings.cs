using Diversion.Casework.Access;
using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>
/// The result of walking through one file: its faults, and each valid value by path, so that checks across values still run
/// on the valid part of a faulty file.
/// </summary>
internal sealed class Findings(string file)
{
    private readonly List<SchemeFault> faults = [];
    private readonly Dictionary<string, object?> values = [];

    public string File => file;

    public IReadOnlyList<SchemeFault> Faults => faults;

    /// <summary>Every path in the file, valid or not, in the order of the file.</summary>
    public IEnumerable<string> Paths => values.Keys;

    public void Fault(string path, string reason) => faults.Add(new SchemeFault(file, path, reason));

    /// <summary>Records that the file has the path; the value comes with <see cref="Sound"/>.</summary>
    public void Seen(string path) => values.TryAdd(path, null);

    public void Sound(string path, object value) => values[path] = value;

    public bool Has(string path) => values.ContainsKey(path);

    public int? Number(string path) => values.GetValueOrDefault(path) as int?;

    public bool? Flag(string path) => values.GetValueOrDefault(path) as bool?;

    public LocalDate? Date(string path) => values.GetValueOrDefault(path) as LocalDate?;

    public string? Text(string path) => values.GetValueOrDefault(path) as string;

    /// <summary>The paths of the list's items: path[0], path[1] and so on.</summary>
    public IEnumerable<string> Items(string path)
    {
        for (var i = 0; Has($"{path}[{i}]"); i++)
        {
            yield return $"{path}[{i}]";
        }
    }
}
