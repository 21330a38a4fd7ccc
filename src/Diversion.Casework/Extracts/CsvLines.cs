using System.Globalization;
using System.Text;
using NodaTime;

namespace Diversion.Casework.Extracts;

/// <summary>Lines of a CSV file (RFC 4180) as UTF-8, until they are taken. An extract has some millions of cells.</summary>
internal sealed class CsvLines
{
    /// <summary>No number or day is longer.</summary>
    private const int LongestValue = 64;

    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    private byte[] bytes;
    private int length;

    public CsvLines(int capacity) => bytes = new byte[capacity];

    public int Length => length;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public void Clear() => length = 0;

    public void NextCell() => Add((byte)',');

    public void NextLine()
    {
        Add((byte)'\r');
        Add((byte)'\n');
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it: ward names come from outside.</summary>
    public void Append(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var formula = text[0] is '=' or '+' or '-' or '@' or '\t';
        if (!formula && !text.AsSpan().ContainsAny(Quoted))
        {
            AppendPlain(text);
            return;
        }

        Add((byte)'"');
        AppendPlain(formula ? "'" : "");
        AppendPlain(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        Add((byte)'"');
    }

    public void Append(decimal number)
    {
        Room(LongestValue);
        number.TryFormat(bytes.AsSpan(length), out var written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary><c>2026-03-09</c>.</summary>
    public void Append(LocalDate day)
    {
        Room(LongestValue);
        var (year, month, date) = (day.Year, day.Month, day.Day);
        var to = bytes.AsSpan(length);
        (to[0], to[1], to[2], to[3]) = (Digit(year / 1000), Digit(year / 100), Digit(year / 10), Digit(year));
        (to[4], to[7]) = ((byte)'-', (byte)'-');
        (to[5], to[6], to[8], to[9]) = (Digit(month / 10), Digit(month), Digit(date / 10), Digit(date));
        length += 10;

        static byte Digit(int number) => (byte)('0' + (number % 10));
    }

    private void AppendPlain(string text)
    {
        Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
    }

    private void Add(byte one)
    {
        Room(1);
        bytes[length++] = one;
    }

    private void Room(int more)
    {
        if (bytes.Length - length < more)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
        }
    }
}
