using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Storage;

/// <summary>A value as it is stored in a property of a row: as text, number or flag.</summary>
internal static class StoredValue<T>
{
    private const char Between = ' ';

    private static readonly (Func<T, object?> Write, Func<object, T> Read) Forms =
        As<string>(text => text, stored => (string)stored)
        ?? As<int>(number => (long)number, stored => (int)(long)stored)
        ?? As<Instant>(instant => Sortable.Ascending(instant), stored => Sortable.Parse((string)stored))
        ?? As<LocalDate>(day => LocalDatePattern.Iso.Format(day), stored => LocalDatePattern.Iso.Parse((string)stored).Value)
        ?? As<IReadOnlyList<string>>(words => words.Count == 0 ? null : string.Join(Between, words), stored => ((string)stored).Split(Between))
        ?? (typeof(T).IsEnum ? Names() : throw new InvalidOperationException($"There is no stored form of {typeof(T).Name}. Add one to StoredValue."));

    /// <summary>Null when there is nothing to store.</summary>
    public static object? Write(T value) => Forms.Write(value);

    public static T Read(object stored) => Forms.Read(stored);

    private static (Func<T, object?>, Func<object, T>)? As<TValue>(Func<TValue, object?> write, Func<object, TValue> read) =>
        typeof(TValue) == typeof(T) ? ((Func<T, object?>)(object)write, (Func<object, T>)(object)read) : null;

    private static (Func<T, object?>, Func<object, T>) Names()
    {
        var values = Enum.GetValues(typeof(T)).Cast<T>().ToDictionary(value => $"{value}", StringComparer.Ordinal);
        return (
            value => value!.ToString(),
            stored => values.TryGetValue((string)stored, out var value)
                ? value
                : throw new InvalidOperationException($"A stored {typeof(T).Name} has a value that this version does not know. Run `rebuild`, or use the version that wrote it."));
    }
}
