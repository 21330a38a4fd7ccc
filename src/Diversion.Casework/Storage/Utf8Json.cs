using System.Text;

namespace Diversion.Casework.Storage;

/// <summary>
/// A JSON object or array that this program has written, as UTF-8. As a value of a property it is the same as the text: a
/// store that keeps UTF-8 takes the bytes as they are, and every store gives a <see cref="string"/> back.
/// </summary>
public sealed class Utf8Json(byte[] bytes)
{
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The length of the text.</summary>
    public int Characters { get; } = Encoding.UTF8.GetCharCount(bytes);

    /// <summary>The text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(bytes);

    /// <summary>For a store that keeps text.</summary>
    public static object AsText(object value) => value is Utf8Json json ? json.ToString() : value;
}
