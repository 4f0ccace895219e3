using System.Buffers.Binary;

namespace EcosystemGraph.Figures.Renderers;

/// <summary>Says in a PNG that it is 16 cm wide, so that an office program places it at the size it is made for.</summary>
internal static class PngSize
{
    private const int AfterHeader = 8 + 25;

    public static byte[] Set(byte[] png, int width)
    {
        var perMeter = (uint)Math.Round(width / 0.16);
        Span<byte> chunk = stackalloc byte[21];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[8..], perMeter);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[12..], perMeter);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Crc(chunk[4..17]));
        return [.. png.AsSpan(0, AfterHeader), .. chunk, .. png.AsSpan(AfterHeader)];
    }

    // CRC-32 as in ISO 3309, which the PNG specification asks for.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
